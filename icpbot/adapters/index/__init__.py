"""The index: vectors in Chroma, words in the database's full text, fused. Rebuildable from the store."""
