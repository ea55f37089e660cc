"""The index: vectors in Chroma, fused with the database's words. Rebuildable from the store."""
