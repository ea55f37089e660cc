"""CRM systems, read over their public HTTP interfaces."""
