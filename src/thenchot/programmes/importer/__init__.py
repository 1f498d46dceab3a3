"""Reads programmes, plans, resolutions, decisions and directives into tasks, targets and reports.
No Django here.
"""

from thenchot.programmes.importer.explain import explain
from thenchot.programmes.importer.output import to_json
from thenchot.programmes.importer.parse import parse_file, parse_source
from thenchot.programmes.importer.secrecy import SecretDocument, secret_stamp

__all__ = ["SecretDocument", "explain", "parse_file", "parse_source", "secret_stamp", "to_json"]
