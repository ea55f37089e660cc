"""What the product can do: one module a flow."""
