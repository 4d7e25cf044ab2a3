FROM node:24-bookworm-slim
WORKDIR /jingkai
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
# Inside a container the server must listen on the container's address; the demonstration is refused there unless allowed.
ENV HOST=0.0.0.0 PORT=4310 JINGKAI_DATA=/data
RUN useradd --system --create-home jingkai && mkdir /data && chown -R jingkai /data /jingkai
USER jingkai
VOLUME /data
EXPOSE 4310
HEALTHCHECK --interval=10s --timeout=3s --start-period=90s CMD node -e "fetch('http://127.0.0.1:4310/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"
CMD ["npm", "start"]
