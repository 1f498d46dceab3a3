"""The law as data: dated packs in TOML, merged with local values, handed to rules as typed
parameters.

Pure Python. `packs.shipped()` reads and checks the packs, `merge.resolve` finds the nearest value
on a day, `parameters` gives it a type. Nothing here knows a database or a clock.
"""
