"""Tables of any length, by polars: read in batches, judged column by column, written in order."""
