"""Reads programmes, plans, resolutions, decisions and directives into tasks, targets and reports.
No Django here.
"""

from thenchot.importer.output.as_json import to_json
from thenchot.importer.output.explain import explain
from thenchot.importer.parse import parse_file, parse_source
from thenchot.importer.secrecy import SecretDocument, secret_stamp

__all__ = ["SecretDocument", "explain", "parse_file", "parse_source", "secret_stamp", "to_json"]
