"""The year of persons and organisations: what may be done with a round, one function each."""
