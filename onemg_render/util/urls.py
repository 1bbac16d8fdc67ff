"""URLs as the addressable gem parses, escapes and normalises them, for Jekyll's URLs and URL filters.

Mirrors addressable 2.8 `lib/addressable/uri.rb` and Jekyll's `lib/jekyll/url.rb`.
"""

import re
import unicodedata
from typing import Final, NamedTuple

from onemg_render.errors import UrlError
from onemg_render.util.patterns import regex

UNRESERVED: Final = r"a-zA-Z0-9\-._~"
SUB_DELIMS: Final = r"!$&'()*+,;="
PCHAR: Final = UNRESERVED + SUB_DELIMS + ":@"
OUTSIDE_SCHEME: Final = regex(rb"[^a-zA-Z0-9\-+.]")
OUTSIDE_UNRESERVED: Final = regex(f"[^{UNRESERVED}]".encode())
OUTSIDE_HOST: Final = regex(rf"[^{UNRESERVED}{SUB_DELIMS}\[:\]]".encode())
OUTSIDE_AUTHORITY: Final = regex(rf"[^{PCHAR}\[:\]]".encode())
OUTSIDE_SEGMENT: Final = regex(f"[^{PCHAR}]".encode())
OUTSIDE_PATH: Final = regex(f"[^{PCHAR}/]".encode())
OUTSIDE_QUERY: Final = regex(rf"[^{PCHAR}/?]".encode())
# In a normalised query `;` and `&` inside a value are escaped, and an escaped plus sign stays escaped.
OUTSIDE_QUERY_VALUE: Final = regex(rb"[^a-zA-Z0-9\-._~!$'()*+,=:@/?%]|%(?!2B|2b)")
OUTSIDE_ANY: Final = regex(rf"[^{UNRESERVED}{SUB_DELIMS}:/?#\[\]@]".encode())

PARTS: Final = regex(r"^(([^:/?#]+):)?(//([^/?#]*))?([^?#]*)(\?([^#]*))?(#(.*))?$", re.M)
SCHEME: Final = regex(r"[A-Za-z][A-Za-z0-9.+-]*\Z")
ESCAPE: Final = regex(rb"%[0-9a-fA-F]{2}")
PLAIN_PATH: Final = regex(r"^[a-zA-Z0-9./-]+$", re.M)
# A path with nothing to normalise, as nearly all are: no escapes, no segment that starts with a dot.
NORMAL_PATH: Final = regex(r"(?:/[a-zA-Z0-9\-_~!$&'()*+,;=:@][a-zA-Z0-9\-._~!$&'()*+,;=:@]*)+/?\Z")
COLON_IN_FIRST_SEGMENT: Final = regex(r"^(?!/)[^/:\n]*:.*$", re.M)
FORBIDDEN_IN_HOST: Final = regex(r'[<>{}/\\?#@"\s]')
DEFAULT_PORTS: Final = {
    "http": 80,
    "https": 443,
    "ftp": 21,
    "tftp": 69,
    "sftp": 22,
    "ssh": 22,
    "svn+ssh": 22,
    "telnet": 23,
    "nntp": 119,
    "gopher": 70,
    "wais": 210,
    "ldap": 389,
    "prospero": 1525,
}


class Url(NamedTuple):
    """A URL in its five parts; None where a part is absent, "" where it is empty."""

    scheme: str | None
    authority: str | None
    path: str
    query: str | None
    fragment: str | None

    def __str__(self) -> str:
        text = f"{self.scheme}:" if self.scheme is not None else ""
        text += f"//{self.authority}" if self.authority is not None else ""
        text += self.path
        text += f"?{self.query}" if self.query is not None else ""
        return text + (f"#{self.fragment}" if self.fragment is not None else "")


def parse(text: str) -> Url:
    """The parts of a URL. Raises UrlError where Addressable::URI.parse raises InvalidURIError."""
    match = PARTS.search(text)
    assert match is not None  # each part is optional
    scheme, authority, path, query, fragment = match.group(2, 4, 5, 7, 9)
    return _checked(Url(scheme, authority, path, query, fragment))


def is_absolute(text: str) -> bool:
    """Whether the URL has a scheme (`mailto:x` too). Raises UrlError."""
    if text[:1] == "/" != text[1:2]:  # a path: the usual case
        return False
    return parse(text).scheme is not None


def normalize(text: str) -> str:
    """Addressable::URI.parse(text).normalize.to_s: case, escapes, dots, default port. Raises UrlError."""
    if NORMAL_PATH.match(text):
        return text
    url = parse(text)
    scheme = _normalized_scheme(url.scheme)
    if scheme == "feed" and (nested := re.match(r"feed:/*(http:/*.*)", str(url))):
        return normalize(nested[1])
    fragment = None if url.fragment is None else normalize_component(url.fragment, OUTSIDE_QUERY)
    normal = Url(
        scheme,
        _normalized_authority(url.authority, scheme),
        _normalized_path(url.path, scheme),
        _normalized_query(url.query),
        fragment or None,
    )
    return str(_checked(normal))


def encode(text: str) -> str:
    """Addressable::URI.encode: escape what may not stand in each part. Raises UrlError."""
    url = parse(text)
    encoded = Url(
        _escaped(url.scheme, OUTSIDE_SCHEME),
        _escaped(_plain_port(url.authority), OUTSIDE_AUTHORITY),
        _escaped(url.path, OUTSIDE_PATH) or "",
        _escaped(url.query, OUTSIDE_QUERY),
        _escaped(url.fragment, OUTSIDE_QUERY),
    )
    return str(_checked(encoded))


def unencode(text: str) -> str:
    """Addressable::URI.unencode: every `%XX` as its byte; bytes that are no UTF-8 become U+FFFD."""
    return _unescaped(text.encode()).decode(errors="replace") if "%" in text else text


def normalize_component(text: str, outside: re.Pattern[bytes] = OUTSIDE_ANY, leave_plus: bool = False) -> str:
    """Unescape, compose (NFKC), escape again what matches `outside` (the filter uri_escape)."""
    raw = _unescaped(text.encode(), b"+" if leave_plus else b"")
    try:
        raw = unicodedata.normalize("NFKC", raw.decode()).encode()
    except UnicodeDecodeError:
        outside = OUTSIDE_ANY  # as upstream: the bytes are kept, the class and the exceptions are forgotten
    encoded = _percent_encoded(raw, outside)
    return encoded.replace("%2b", "%2B") if leave_plus else encoded


def escape_path(path: str) -> str:
    """Jekyll::URL.escape_path: a placeholder's value made fit for a URL. Raises UrlError."""
    if not path or PLAIN_PATH.search(path):
        return path
    return encode(path).replace("#", "%23", 1)


def unescape_path(path: str) -> str:
    """Jekyll::URL.unescape_path: the file name behind a URL."""
    return unencode(path)


def _percent_encoded(raw: bytes, outside: re.Pattern[bytes]) -> str:
    return outside.sub(lambda match: b"%%%02X" % match[0][0], raw).decode()


def _escaped(text: str | None, outside: re.Pattern[bytes]) -> str | None:
    return None if text is None else _percent_encoded(text.encode(), outside)


def _unescaped(raw: bytes, leave_encoded: bytes = b"") -> bytes:
    def byte(match: re.Match[bytes]) -> bytes:
        value = bytes.fromhex(match[0][1:].decode())
        return match[0] if value in leave_encoded else value

    return ESCAPE.sub(byte, raw)


def _split_authority(authority: str) -> tuple[str | None, str | None, str, str | None]:
    """(user, password, host, port) of `user:password@host:port`."""
    user = password = port = None
    if match := re.match(r"([^\[\]]*)@", authority):
        userinfo = match[1].strip()
        user, colon, secret = userinfo.partition(":")
        password = secret if colon else None
        authority = authority[match.end() :]
    if match := re.search(r":([^:@\[\]]*?)$", authority):
        port = match[1] or None
        authority = authority[: match.start()]
    return user, password, authority, port


def _joined_authority(user: str | None, password: str | None, host: str, port: str | None) -> str:
    userinfo = "" if user is None and password is None else (user or "")
    userinfo += f":{password}" if password is not None else ""
    if host.endswith(":") and not port:
        raise UrlError(f"a port is missing in the URL: {host}")
    before = f"{userinfo}@" if user is not None or password is not None else ""
    return before + host + (f":{port}" if port else "")


def _plain_port(authority: str | None) -> str | None:
    """The authority, its port without zeros in front; an empty port and port 0 are left out."""
    if authority is None:
        return None
    user, password, host, port = _split_authority(authority)
    return _joined_authority(user, password, host, _number(port))


def _number(port: str | None) -> str | None:
    return (unencode(port).lstrip("0") or None) if port else None


def _checked(url: Url) -> Url:
    problem = _problem(url)
    if problem:
        raise UrlError(f"{problem}: {url}")
    return url


def _problem(url: Url) -> str | None:
    if url.scheme is not None and not SCHEME.match(url.scheme):
        return f"invalid scheme `{url.scheme}` in the URL"
    host = port = None
    if url.authority is not None:
        _, _, host, port = _split_authority(url.authority)
    if port is not None and not re.search("^[0-9]+$", unencode(port), re.M):
        return f"invalid port `{port}` in the URL"
    if (url.scheme or "").lower() in DEFAULT_PORTS and not host and not url.path:
        return "nothing after the scheme of the URL"
    if url.authority is None and url.path.startswith("//"):
        return "two leading slashes in the path of the URL"
    if host is not None and FORBIDDEN_IN_HOST.search(host):
        return "invalid character in the host of the URL"
    if url.scheme is None and url.path and COLON_IN_FIRST_SEGMENT.search(url.path):
        return "a colon in the first part of the URL makes it look like a scheme"
    return None


def _normalized_scheme(scheme: str | None) -> str | None:
    if scheme is None:
        return None
    if scheme.strip().lower() == "ssh+svn":
        return "svn+ssh"
    return normalize_component(scheme.strip().lower(), OUTSIDE_SCHEME)


def _normalized_authority(authority: str | None, scheme: str | None) -> str | None:
    if authority is None:
        return None
    user, password, host, port = _split_authority(authority)
    if "http" in (scheme or "") and not (user or "").strip() and not (password or "").strip():
        user = password = None
    port = _number(port)
    if port == str(DEFAULT_PORTS.get(scheme or "")):
        port = None
    return _joined_authority(
        None if user is None else normalize_component(user.strip(), OUTSIDE_UNRESERVED),
        None if password is None else normalize_component(password.strip(), OUTSIDE_UNRESERVED),
        _normalized_host(host),
        port,
    )


def _normalized_host(host: str) -> str:
    host = host.strip().lower()
    try:
        host = _unescaped(host.encode()).decode()
    except UnicodeDecodeError:
        return normalize_component(_without_last_dot(host), OUTSIDE_HOST)
    if not host.isascii():
        host = ".".join(_punycode(label) for label in host.rstrip(".").split("."))
    return normalize_component(_without_last_dot(host), OUTSIDE_HOST)


def _without_last_dot(host: str) -> str:
    return host[:-1] if re.search(r"[^.]\.$", host) else host


def _punycode(label: str) -> str:
    if label.isascii():
        return label
    return "xn--" + unicodedata.normalize("NFKC", label.lower()).encode("punycode").decode()


def _normalized_path(path: str, scheme: str | None) -> str:
    segments = (normalize_component(segment, OUTSIDE_SEGMENT) for segment in path.strip().split("/"))
    result = _without_dot_segments("/".join(segments))
    return "/" if not result and scheme in ("http", "https", "ftp", "tftp") else result


def _without_dot_segments(path: str) -> str:
    """`/a/./b/../c` -> `/a/c`; upstream loops over replacement rules until none applies."""
    while True:
        before = path
        path = re.sub(r"/\./|/\.$", "/", path)
        if path == before:
            path = _without_parent(path)
        if path == before:
            path = re.sub(r"^\.\.?/?", "", path)
        if path == before:
            path = re.sub(r"^/\.\.?/|^(/\.\.?)+/?$", "/", path)
        if path == before:
            return path


def _without_parent(path: str) -> str:
    match = re.search(r"/([^/]*)/\.\./|/([^/]*)/\.\.$", path)
    if not match:
        return path
    pattern = rf"/{re.escape(match[1] or '')}/\.\./|(/{re.escape(match[2] or '')}/\.\.$)"
    return re.sub(pattern, "/", path)


def _normalized_query(query: str | None) -> str | None:
    if query is None:
        return None
    return (
        "&".join(normalize_component(pair, OUTSIDE_QUERY_VALUE, leave_plus=True) for pair in query.split("&"))
        or None
    )
