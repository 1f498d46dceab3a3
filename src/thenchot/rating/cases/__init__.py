"""Cases of a year and of the caps of a unit, as `scoring.cases` reads them."""
