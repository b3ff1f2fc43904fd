"""The parts of an SVG picture: elements, attributes, and namespaces of drawing programs.

This module owns only the names; `svg_check` reads pictures. The names are those of SVG 1.1 and SVG
2 that show something and do not run, load or change anything. There are also the names that
Inkscape, draw.io, Illustrator, LibreOffice, PowerPoint, Visio and Figma add.
"""

import re
from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SVG: Final = "http://www.w3.org/2000/svg"
XLINK: Final = "http://www.w3.org/1999/xlink"
XML: Final = "http://www.w3.org/XML/1998/namespace"
XHTML: Final = "http://www.w3.org/1999/xhtml"

ELEMENTS: Final = _words(
    "svg g defs symbol use switch title desc metadata style"
    " path rect circle ellipse line polyline polygon text tspan textPath image"
    " marker linearGradient radialGradient stop pattern clipPath mask filter"
    " feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting"
    " feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR"
    " feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight"
    " feSpecularLighting feSpotLight feTile feTurbulence"
    # Fonts that LibreOffice keeps in a picture, and what only Inkscape shows.
    " font font-face font-face-name missing-glyph glyph hkern vkern"
    " meshgradient meshrow meshpatch mesh hatch hatchpath solidcolor solidColor"
    " flowRoot flowRegion flowRegionExclude flowPara flowDiv flowSpan flowLine"
)
"""The allowed elements of SVG."""

LINKING: Final = _words(
    "use textPath linearGradient radialGradient pattern filter image feImage glyph"
    " mask clipPath marker hatch meshgradient"
)
"""The elements whose `href` may hold the address of a part of the same picture."""

SHOWING: Final = _words("image feImage")
"""The elements whose `href` may hold an image."""

STYLES: Final = _words(
    "alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation"
    " color-interpolation-filters color-profile color-rendering color-scheme cursor direction"
    " display dominant-baseline enable-background fill fill-opacity fill-rule filter flood-color"
    " flood-opacity font font-family font-feature-settings font-kerning font-size font-size-adjust"
    " font-stretch font-style font-variant font-variant-caps font-variant-ligatures"
    " font-variant-numeric font-variation-settings font-weight glyph-orientation-horizontal"
    " glyph-orientation-vertical image-rendering inline-size isolation kerning letter-spacing"
    " lighting-color line-height line-spacing marker marker-end marker-mid marker-start mask"
    " mask-type mix-blend-mode opacity overflow paint-order pointer-events shape-inside"
    " shape-margin shape-padding shape-rendering shape-subtract solid-color solid-opacity"
    " stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap"
    " stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-align text-anchor"
    " text-decoration text-decoration-color text-decoration-line text-decoration-style"
    " text-decoration-thickness text-indent text-orientation text-overflow text-rendering"
    " text-transform transform transform-box transform-origin unicode-bidi user-select"
    " vector-effect visibility white-space word-spacing writing-mode"
    " gradientTransform patternTransform"
)
"""The attributes that browsers read as CSS."""

PLAIN: Final = _words(
    "id class lang tabindex role version baseProfile contentScriptType contentStyleType media type"
    " requiredFeatures requiredExtensions requiredFonts requiredFormats systemLanguage"
    " externalResourcesRequired zoomAndPan viewBox viewTarget preserveAspectRatio"
    # Places, sizes and shapes.
    " x y x1 y1 x2 y2 z cx cy r rx ry fx fy fr width height d points path pathLength offset"
    " dx dy rotate textLength lengthAdjust startOffset method spacing side"
    " gradientUnits spreadMethod patternUnits patternContentUnits clipPathUnits maskUnits"
    " maskContentUnits filterUnits primitiveUnits filterRes markerUnits markerWidth markerHeight"
    " refX refY orient hatchUnits hatchContentUnits pitch"
    # Filters.
    " in in2 result mode values operator k1 k2 k3 k4 order kernelMatrix divisor bias targetX"
    " targetY edgeMode kernelUnitLength preserveAlpha surfaceScale diffuseConstant"
    " specularConstant specularExponent limitingConeAngle azimuth elevation pointsAtX pointsAtY"
    " pointsAtZ scale xChannelSelector yChannelSelector stdDeviation radius baseFrequency"
    " numOctaves seed stitchTiles tableValues slope intercept amplitude exponent"
    # Fonts in a picture.
    " horiz-adv-x horiz-origin-x horiz-origin-y vert-adv-y vert-origin-x vert-origin-y unicode"
    " unicode-range glyph-name arabic-form u1 u2 g1 g2 k units-per-em ascent descent cap-height"
    " x-height accent-height alphabetic mathematical ideographic hanging underline-position"
    " underline-thickness strikethrough-position strikethrough-thickness overline-position"
    " overline-thickness panose-1 stemv stemh widths bbox name"
    # What draw.io keeps of its own file.
    " content host agent etag border"
)
"""The other allowed attributes."""

OWN_PREFIXES: Final = ("data-", "aria-", "-inkscape-")
"""The beginnings of attributes that are allowed with any ending."""

LINKED: Final = _words("href type title role arcrole show actuate")
"""The allowed attributes of XLink."""

OF_XML: Final = _words("space lang id")
"""The allowed attributes of XML itself."""

# Elements and attributes of these mean nothing to a browser.
_foreign: Final = re.compile(
    r"http://www\.inkscape\.org/namespaces/\w+"
    r"|http://(?:sodipodi|inkscape)\.sourceforge\.net/DTD/sodipodi-0\.dtd"
    r"|http://www\.w3\.org/1999/02/22-rdf-syntax-ns#|http://www\.w3\.org/2000/01/rdf-schema#"
    r"|https?://creativecommons\.org/ns#|http://web\.resource\.org/cc/"
    r"|http://purl\.org/dc/(?:elements/1\.1|terms|dcmitype)/"
    r"|http://ns\.adobe\.com/[\w./-]+"
    r"|http://xml\.openoffice\.org/svg/export|http://sun\.com/xmlns/staroffice/presentation"
    r"|urn:oasis:names:tc:opendocument:xmlns:[\w-]+:1\.0"
    r"|http://schemas\.microsoft\.com/visio/2003/SVGExtensions/?"
    r"|http://www\.figma\.com/figma/ns|http://www\.bohemiancoding\.com/sketch/ns"
    r"|http://www\.serif\.com/|http://www\.corel\.com/coreldraw/odm/2003"
    r"|https://boxy-svg\.com|http://vectornator\.io"
)


def is_foreign(namespace: str) -> bool:
    """Whether a namespace belongs to a drawing program, or to notes about a picture."""
    return _foreign.fullmatch(namespace) is not None
