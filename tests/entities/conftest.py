"""The helper `marked` is imported from this folder, with pytest's messages for its assertions."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
pytest.register_assert_rewrite("marked")
