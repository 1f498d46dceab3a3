from thenchot.rating.alerts import levels, replacements, years

__all__ = ["levels", "replacements", "years"]
