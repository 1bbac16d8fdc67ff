"""From rendered items and copied files to the destination: staged, cleaned, moved in whole."""

from onemg_render.output.destination import STAGING, Destination
from onemg_render.output.files import Copied, OutputFile, Rendered, Staged, Stamp, stamp_of
from onemg_render.output.stager import Stager
from onemg_render.output.staging import Staging
from onemg_render.output.writer import Written, write

__all__ = [
    "STAGING",
    "Copied",
    "Destination",
    "OutputFile",
    "Rendered",
    "Staged",
    "Stager",
    "Staging",
    "Stamp",
    "Written",
    "stamp_of",
    "write",
]
