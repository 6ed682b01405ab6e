"""The command line on notebooks and reports of a test: driver.py FOLDER ARGUMENT…"""

import sys
from pathlib import Path

from helpers import cli

folder = Path(sys.argv[1])
cli.main(sys.argv[2:], obj={"notebooks": folder / "notebooks", "reports": folder / "reports"})
