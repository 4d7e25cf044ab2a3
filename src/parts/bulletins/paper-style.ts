/** Sheet, margins and type of GB/T 9704-2012: A4, 37/28/35/26 mm, title at 二号, text at 三号 with two characters of indent. */
export const paperStyle = `
@page { size: A4; margin: 37mm 26mm 35mm 28mm; @bottom-right { content: "— " counter(page) " —"; padding-right: 14pt; font: 14pt SimSun, serif; } }
@page :left { @bottom-right { content: none; } @bottom-left { content: "— " counter(page) " —"; padding-left: 14pt; font: 14pt SimSun, serif; } }
* { box-sizing: border-box; }
body { margin: 0; background: #fafaf7; color: #1a1f24; }
.paper { width: 210mm; max-width: 100%; margin: 24px auto; padding: 37mm 26mm 35mm 28mm; background: #fff; border: 1px solid #e5e3dc;
  font: 16pt / 28.95pt "FangSong_GB2312", FangSong, STFangsong, "Songti SC", SimSun, "Noto Serif CJK SC", serif; text-align: justify; }
h1 { margin: 0 0 28.95pt; font: 22pt / 1.5 "FZXiaoBiaoSong-B05S", "Songti SC", SimSun, "Noto Serif CJK SC", serif; text-align: center; }
h2, h3, h4 { margin: 0; font-size: 16pt; font-weight: normal; text-indent: 2em; break-after: avoid; }
h2 { font-family: SimHei, "Heiti SC", "Noto Sans CJK SC", sans-serif; }
h3 { font-family: KaiTi_GB2312, KaiTi, STKaiti, "Kaiti SC", serif; }
h4 { font-weight: bold; }
p { margin: 0; text-indent: 2em; orphans: 2; widows: 2; }
ul, ol { margin: 0; padding-left: 4em; }
li p { text-indent: 0; }
table { width: 100%; margin: 10pt 0 14pt; border-collapse: collapse; font-size: 12pt; line-height: 1.5; break-inside: avoid; }
thead { display: table-header-group; }
th, td { padding: 3pt 5pt; border: 0.5pt solid #1a1f24; text-align: left; font-weight: normal; }
th { font-family: SimHei, "Heiti SC", "Noto Sans CJK SC", sans-serif; }
.right { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums lining-nums; }
th.right { white-space: normal; }
.center { text-align: center; }
.figure { color: inherit; text-decoration: underline dotted #8a939b 1px; text-underline-offset: 0.25em; }
.figure:hover, .figure:focus-visible { text-decoration: underline solid #1f6f78 2px; }
figure { margin: 10pt 0 14pt; text-align: center; break-inside: avoid; }
figure svg { max-width: 100%; height: auto; }
figcaption, details { font-size: 12pt; line-height: 1.6; }
figcaption { font-family: SimHei, "Heiti SC", "Noto Sans CJK SC", sans-serif; }
summary { cursor: pointer; font-size: 10.5pt; color: #5b6670; }
@media print { details { display: none; } }
footer { margin-top: 28.95pt; break-inside: avoid; }
.closing { text-align: right; text-indent: 0; padding-right: 4em; }
.note { margin-top: 28.95pt; padding-top: 6pt; border-top: 0.5pt solid #8a939b; font-size: 10.5pt; line-height: 1.6; text-indent: 0; overflow-wrap: anywhere; }
:lang(en) p, :lang(en) h2, :lang(en) h3, :lang(en) h4 { text-indent: 0; }
:lang(en) p { margin-bottom: 8pt; text-align: left; }
:lang(en) .paper { font: 13pt / 1.55 "Times New Roman", Times, serif; }
:lang(en) h2, :lang(en) h3, :lang(en) h4 { margin: 14pt 0 4pt; font-family: inherit; font-size: 13pt; font-weight: bold; }
@media (max-width: 720px) {
  .paper { margin: 0; padding: 24px 18px; border: 0; font-size: 17px; line-height: 1.8; text-align: left; }
  h1 { font-size: 22px; } h2, h3, h4 { font-size: 17px; }
  table { display: block; overflow-x: auto; font-size: 14px; }
}
@media print {
  body { background: none; }
  .paper { width: auto; margin: 0; padding: 0; border: 0; }
  .figure { text-decoration: none; }
}
`
