"""What the sheet says of the document itself: number, date, issuer, signature."""
