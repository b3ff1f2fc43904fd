"""Pictures and style sheets that try to run or load something, each in several variants.

What runs would open a dialog or change the title; what loads would ask `evil.test`.
"""

from typing import Final

SVG: Final = 'xmlns="http://www.w3.org/2000/svg"'
XLINK: Final = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
XHTML: Final = 'xmlns:h="http://www.w3.org/1999/xhtml"'
RUN: Final = "alert(1);document.title='ran'"
PAGE: Final = f"&lt;script&gt;{RUN}&lt;/script&gt;"


def svg(inside: str, more: str = "") -> bytes:
    """A picture with something inside, and more on its first element."""
    return f"<svg {SVG} {XLINK} {more}>{inside}</svg>".encode()


# Control: an old filter and a careless reader let these through, and each is refused.
RUNNING: Final[dict[str, bytes]] = {
    "script": svg(f"<script>{RUN}</script>"),
    "script of another prefix": (
        f'<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:script>{RUN}</s:script></s:svg>'.encode()
    ),
    "script of a prefix bound inside": svg(
        f'<g xmlns:q="http://www.w3.org/2000/svg"><q:script>{RUN}</q:script></g>'
    ),
    "script of a namespace written with references": svg(
        f'<x xmlns="http://www.w3.org/2000/&#115;vg"><script>{RUN}</script></x>'
    ),
    "script in a namespace that is bound anew": svg(
        f'<g xmlns="http://example.org/"><script {SVG}>{RUN}</script></g>'
    ),
    "script of XHTML": svg(f"<h:script {XHTML}>{RUN}</h:script>"),
    "script of XHTML by default": svg(
        f'<script xmlns="http://www.w3.org/1999/xhtml">{RUN}</script>'
    ),
    "script in notes": svg(f"<metadata><script>{RUN}</script></metadata>"),
    "script in a foreign element": svg(
        '<i:x xmlns:i="http://www.inkscape.org/namespaces/inkscape">'
        f"<script {SVG}>{RUN}</script></i:x>"
    ),
    "script by address": svg(f'<script href="data:text/javascript,{RUN}"/>'),
    "root of XHTML": (
        f'<html xmlns="http://www.w3.org/1999/xhtml"><script>{RUN}</script></html>'.encode()
    ),
    "root of another name": (
        f'<g xmlns="http://www.w3.org/2000/svg"><script>{RUN}</script></g>'.encode()
    ),
    "utf-16": svg(f"<script>{RUN}</script>").decode().encode("utf-16"),
    "utf-16 without a mark": (
        '<?xml version="1.0" encoding="utf-16le"?>' + svg(f"<script>{RUN}</script>").decode()
    ).encode("utf-16-le"),
    "utf-16 of the other end": b"\xfe\xff"
    + svg(f"<script>{RUN}</script>").decode().encode("utf-16-be"),
    "another encoding": b'<?xml version="1.0" encoding="iso-2022-jp"?>'
    + svg(f"<!-- \x1b$B --><script>{RUN}</script><!-- \x1b(B -->"),
    "another encoding that hides an end": b'<?xml version="1.0" encoding="shift_jis"?>'
    + svg(f"<title>\xc2\x81</title><script>{RUN}</script>"),
    "utf-7": b'<?xml version="1.0" encoding="utf-7"?>' + svg("+ADw-script+AD4-alert(1)"),
    "event": svg("", f'onload="{RUN}"'),
    "event with blanks": svg("", f'onload \n = \t"{RUN}"'),
    "event in single quotes": svg("", f"onload='{RUN.replace(chr(39), chr(34))}'"),
    "event of an element": svg(f'<rect width="9" height="9" onfocus="{RUN}" tabindex="1"/>'),
    "event of a prefix bound to nothing": svg(f'<rect ONLOAD="{RUN}" OnClick="{RUN}"/>'),
    "page in a picture": svg(
        f"<foreignObject width='9' height='9'><h:iframe {XHTML} srcdoc=\"{PAGE}\"/></foreignObject>"
    ),
    "page in a picture by another name": svg(f'<h:iframe {XHTML} srcdoc="{PAGE}"/>'),
    "embedded page": svg(f'<h:embed {XHTML} src="data:text/html,{PAGE}"/>'),
    "object": svg(f'<h:object {XHTML} data="data:text/html,{PAGE}"/>'),
    "image of XHTML": svg(f'<h:img {XHTML} src="x" onerror="{RUN}"/>'),
    "base": svg(f'<h:base {XHTML} href="http://evil.test/"/><use href="#a"/>'),
    "meta": svg(f'<h:meta {XHTML} http-equiv="refresh" content="0;url=data:text/html,x"/>'),
    "animation": svg(f'<set attributeName="onload" to="{RUN}"/>'),
    "animation of a link": svg(
        '<a><animate attributeName="href" values="javascript:alert(1)"/><text y="9">x</text></a>'
    ),
    "animation of a transform": svg(
        f'<animateTransform onbegin="{RUN}" attributeName="transform" begin="0s" dur="1s"/>'
    ),
    "animation along a path": svg(f'<animateMotion onbegin="{RUN}" path="M0 0" dur="1s"/>'),
    "handler": svg(
        f'<handler xmlns:ev="http://www.w3.org/2001/xml-events" ev:event="load">{RUN}</handler>'
    ),
    "entity": (
        '<!DOCTYPE svg [<!ENTITY s "&#60;script&#62;alert(1)&#60;/script&#62;">]>'
        f"<svg {SVG}>&s;</svg>"
    ).encode(),
    "attribute by definition": (
        f'<!DOCTYPE svg [<!ATTLIST svg onload CDATA "{RUN}">]><svg {SVG}/>'.encode()
    ),
    "namespace by definition": (
        '<!DOCTYPE svg [<!ATTLIST x xmlns CDATA "http://www.w3.org/1999/xhtml">]>'
        f"<svg {SVG}><x/></svg>"
    ).encode(),
    "doctype with more than a name": (
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd"'
        f' [<!ENTITY x "y">]><svg {SVG}>&x;</svg>'
    ).encode(),
    "doctype of another place": (
        f'<!DOCTYPE svg SYSTEM "http://evil.test/x.dtd"><svg {SVG}>&x;</svg>'.encode()
    ),
    "xslt": (b'<?xml-stylesheet type="text/xsl" href="data:text/xml,x"?>' + svg("<rect/>")),
    "xslt with a target": b'<?xml-stylesheet href="#x" type="text/xsl"?>' + svg("<rect/>"),
    "event of XML": svg(
        f'<rect xmlns:ev="http://www.w3.org/2001/xml-events" ev:event="load" ev:handler="#a"/>'
        f'<title id="a">{RUN}</title>'
    ),
}

LINKING: Final[dict[str, bytes]] = {
    "link": svg('<a href="javascript:alert(1)"><text y="9">x</text></a>'),
    "link of XLink": svg('<a xlink:href="javascript:alert(1)"><text y="9">x</text></a>'),
    "link of another prefix": svg(
        '<a xmlns:l="http://www.w3.org/1999/xlink" l:href="&#106;avascript:alert(1)"/>'
    ),
    "link with a line break": svg('<a href="java&#10;script:alert(1)"/>'),
    "used from outside": svg('<use href="http://evil.test/x.svg#a"/>'),
    "used from data": svg('<use href="data:image/svg+xml,x#a"/>'),
    "used from beside": svg('<use xlink:href="other.svg#a"/>'),
    "used by script": svg('<use href="javascript:alert(1)#a"/>'),
    "used with a tab": svg('<use href="&#9;//evil.test/x.svg#a"/>'),
    "used with a backslash": svg('<use href="\\\\evil.test\\x.svg#a"/>'),
    "used under another prefix": svg(
        '<use xmlns:y="http://www.w3.org/1999/xlink" y:href="//evil.test/x.svg#a"/>'
    ),
    "both addresses": svg('<use xlink:href="#a" href="//evil.test/x.svg#a"/>'),
    "base": svg('<g xml:base="http://evil.test/"><use href="#a"/></g>'),
    "gradient": svg('<linearGradient href="http://evil.test/x.svg#a"/>'),
    "pattern": svg('<pattern xlink:href="//evil.test/x.svg#a"/>'),
    "text along a path": svg('<text><textPath href="http://evil.test/x.svg#a">x</textPath></text>'),
    "image": svg('<image href="http://evil.test/x.png" width="9" height="9"/>'),
    "image of XLink": svg('<image xlink:href="//evil.test/x.png" width="9" height="9"/>'),
    "image from beside": svg('<image href="x.png" width="9" height="9"/>'),
    "image that is a picture": svg(
        '<image href="data:image/svg+xml,%3Csvg/%3E" width="9" height="9"/>'
    ),
    "image of no kind": svg('<image href="data:,x" width="9" height="9"/>'),
    "image in another case": svg('<image href="DATA:IMAGE/SVG+XML,x" width="9" height="9"/>'),
    "image in a filter": svg('<filter><feImage href="http://evil.test/x.png"/></filter>'),
    "image in a filter, from beside": svg('<filter><feImage xlink:href="x.svg#a"/></filter>'),
    "cursor": svg('<cursor xlink:href="http://evil.test/x.png"/>'),
    "colours": svg('<color-profile xlink:href="http://evil.test/x.icc"/>'),
    "font": svg(
        '<defs><font-face><font-face-src><font-face-uri xlink:href="http://evil.test/x"/>'
        "</font-face-src></font-face></defs>"
    ),
    "referenced text": svg('<text><tref xlink:href="http://evil.test/x.svg#a"/></text>'),
    "media": svg('<h:video xmlns:h="http://www.w3.org/1999/xhtml" src="http://evil.test/x"/>'),
    "style sheet by instruction": (
        b'<?xml-stylesheet href="http://evil.test/x.css"?>' + svg("<rect/>")
    ),
    "style sheet by link": svg(f'<h:link {XHTML} rel="stylesheet" href="http://evil.test/x.css"/>'),
}

# Style sheets, as files and inside pictures.
STYLES: Final[dict[str, str]] = {
    "import": "@import 'http://evil.test/x.css';",
    "import by url": "@import url(http://evil.test/x.css);",
    "import in capitals": "@IMPORT/**/'//evil.test/x.css';",
    "import with an escape": "@\\69mport '//evil.test/x.css';",
    "import with a long escape": "@\\000069 mport '//evil.test/x.css';",
    "import with an escaped letter": "@im\\port '//evil.test/x.css';",
    "import after a mark": "<!-- @import '//evil.test/x.css'; -->",
    "import from beside": "@import 'other.css';",
    "url": "a{background:url(http://evil.test/x.png)}",
    "url without a scheme": "a{background:url( //evil.test/x.png )}",
    "url with an escape": "a{background:u\\72l(//evil.test/x.png)}",
    "url in capitals": "a{background:URL('//evil.test/x.png')}",
    "url with backslashes": "a{background:url(\\\\\\\\evil.test/x.png)}",
    "url with backslashes in a string": "a{background:url('\\\\\\\\evil.test\\\\x.png')}",
    "url without slashes": "a{background:url(http:evil.test/x.png)}",
    "url with escaped slashes": "a{background:url(\\2f\\2f evil.test/x.png)}",
    "url with an escaped tab": "a{background:url('ht\\9tp://evil.test/x.png')}",
    "url with a joined line": "a{background:url('htt\\\np://evil.test/x.png')}",
    "url from the root": "a{background:url(/x.png)}",
    "url out of the site": "a{background:url(../../x.png)}",
    "url out of the site, encoded": "a{background:url(%2e%2e/%2e%2e/x.png)}",
    "url of a file": "a{background:url(file:///etc/passwd)}",
    "url of a picture as data": "a{background:url(data:image/svg+xml,x)}",
    "url of a page as data": "a{background:url(data:text/html,x)}",
    "url of a font as data": "@font-face{font-family:x;src:url(data:font/woff2;base64,AA)}",
    "url after a string that ends late": "a{content:'\\'';background:url(//evil.test/x)}",
    "url after a comment that ends early": "a{/*/**/background:url(//evil.test/x)}",
    "url in a variable": "a{--x:url(//evil.test/x.png);background:var(--x)}",
    "url with a comment": "a{background:url(/**/'//evil.test/x.png')}",
    "url that is not closed": "a{background:url(//evil.test/x.png",
    "set of images": "a{background:image-set('//evil.test/x.png' 1x)}",
    "set of images, as it was": "a{background:-webkit-image-set(url(//evil.test/x.png) 1x)}",
    "set of images with an escape": "a{background:im\\61 ge-set('//evil.test/x.png' 1x)}",
    "src": "a{background:src('//evil.test/x.png')}",
    "image": "a{background:image('//evil.test/x.png')}",
    "cross-fade": "a{background:cross-fade(url(//evil.test/x.png), red)}",
    "element": "a{background:-moz-element(#x)}",
    "paint": "a{background:paint(x)}",
    "expression": "a{width:expression(alert(1))}",
    "filter of old": "a{filter:progid:DXImageTransform.X.AlphaImageLoader(src='//evil.test/x')}",
    "namespace": "@namespace x url(http://evil.test/);",
    "document": "@document url(http://evil.test/){a{}}",
    "charset": "@charset 'shift_jis';",
    "charset that is late": 'a{} @charset "utf-8";',
    "charset that is another": '@charset "iso-2022-jp"; a{}',
    "comment that is not closed": "a{}/* @import",
    "string that is not closed": "a{content:'x\n}@import '//evil.test/x.css';",
}
