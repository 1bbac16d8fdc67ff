"""VCL: Varnish Configuration Language (Rouge's lexers/varnish.rb)."""

import re

from onemg_render.markdown.lexers.state_lexer import StateLexer, groups, word_table
from onemg_render.markdown.lexers.tokens import (
    Comment,
    Keyword,
    Name,
    Number,
    Operator,
    Punctuation,
    String,
    Text,
)

KEYWORDS = """
    BOOL FLOAT INTEGER IP RTIME STRING TIME acl backend declare director elif else elseif elsif if
    import include local probe set unset vcl
"""

FUNCTIONS = """
    ban call hash_data new regsub regsuball return rollback std.cache_req_body std.collect std.duration
    std.fileread std.healthy std.integer std.ip std.log std.port std.querysort std.random std.real
    std.real2time std.rollback std.set_ip_tos std.strstr std.syslog std.time std.time2integer
    std.time2real std.timestamp std.tolower std.toupper synth synthetic
"""

VARIABLES = """
    bereq bereq.backend bereq.between_bytes_timeout bereq.connect_timeout bereq.first_byte_timeout
    bereq.method bereq.proto bereq.retries bereq.uncacheable bereq.url bereq.xid beresp beresp.age
    beresp.backend beresp.backend.ip beresp.backend.name beresp.do_esi beresp.do_gunzip beresp.do_gzip
    beresp.do_stream beresp.grace beresp.keep beresp.proto beresp.reason beresp.status
    beresp.storage_hint beresp.ttl beresp.uncacheable beresp.was_304 client.identity client.ip local.ip
    now obj.age obj.grace obj.hits obj.keep obj.proto obj.reason obj.status obj.ttl obj.uncacheable
    remote.ip req req.backend_hint req.can_gzip req.esi req.esi_level req.hash_always_miss
    req.hash_ignore_busy req.method req.proto req.restarts req.ttl req.url req.xid resp resp.proto
    resp.reason resp.status server.hostname server.identity server.ip
"""

WORDS = word_table((Keyword, KEYWORDS), (Name.Function, FUNCTIONS), (Name.Variable, VARIABLES))


class Varnish(StateLexer):
    """VCL: Varnish Configuration Language."""

    def name(self) -> None:
        self.emit(WORDS.get(self[0], Text))

    def number(self) -> None:
        whole = re.match(r"(?:0x[0-9a-fA-F]+|\d+)\Z", self[0])
        self.emit(Number.Integer if whole else Number.Float)

    def in_c(self) -> None:
        self.delegate("c")

    tokens = {
        "root": [
            (r'(?s:\{".*?"})', String.Single),
            (r'(?s:\{(\w+)".*?"(\1)\})', String.Single),
            (r"(?s:/\*.*?\*/)", Comment.Multiline),
            (r"(?://|#).*", Comment.Single),
            (r"true|false", Keyword.Constant),
            (r"(?:beresp|bereq|resp|req|obj)\.http\.[\w.-]+", Name.Variable),
            (r"var\.[\w.-]+", Name.Variable),
            (r"(sub)([ \f\n\r\t\v]+)([\w-]+)", groups(Keyword, Text, Name.Function)),
            (r"C\{", Comment.Preproc, "inline_c"),
            (r"(?i:\.?[a-z_][\w.-]*)", name),
            (
                r"(?i:0x[0-9a-f]+(?:\.[0-9a-f]+)?(?:p[+-]?[0-9a-f]+)?|(?-i:[0-9]+)(?:\.(?-i:[0-9]+)"
                r")?(?:e[+-]?(?-i:[0-9]+))?)(?:ms|s|m|h|d|w|y)",
                Number.Other,
            ),
            (
                r"(?i:0x[0-9a-f]+(?:\.[0-9a-f]+)?(?:p[+-]?[0-9a-f]+)?|(?-i:[0-9]+)(?:\.(?-i:[0-9]+)"
                r")?(?:e[+-]?(?-i:[0-9]+))?)",
                number,
            ),
            (r'"', String.Double, "string"),
            (r"[&|+-]{2}|[<=>!*/+-]=|<<|>>|!~|[-+*/%><=!&|~]", Operator),
            (r"[{}();.,]", Punctuation),
            (r"\r\n?|\n", Text),
            (r".", Text),
        ],
        "string": [
            (r'"', String.Double, "#pop"),
            (r'\\[\\"nt]', String.Escape),
            (r"\r\n?|\n", String.Double),
            (r".", String.Double),
        ],
        "inline_c": [
            (r"}C", Comment.Preproc, "#pop"),
            (r"(?s:.*?(?=}C))", in_c),
        ],
    }
