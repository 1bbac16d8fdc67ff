"""digdag (Rouge's lexers/digdag.rb)."""

from onemg_render.markdown.lexers.tokens import Keyword, Punctuation
from onemg_render.markdown.lexers.yaml import Yaml


class Digdag(Yaml):
    """digdag."""

    def operator(self) -> None:
        self.groups(Keyword.Reserved, Punctuation.Indicator)
        self.enter_block()

    tokens = {
        **Yaml.tokens,
        "block_nodes": [
            (
                r"((?:call>|require>|loop>|for_each>|if>|fail>|echo>|td>|td_run>|td_ddl>|"
                r"td_load>|td_for_each>|td_wait>|td_wait_table>|td_partial_delete>|td_table_export>|"
                r"pg>|mail>|http>|s3_wait>|redshift>|redshift_load>|redshift_unload>|emr>|"
                r"gcs_wait>|bq>|bq_ddl>|bq_extract>|bq_load>|sh>|py>|rb>|embulk>|_do|_parallel)"
                r")(:)(?=\s|$)",
                operator,
            ),
            *Yaml.tokens["block_nodes"],
        ],
    }
