"""Words of CRM systems for how a deal or a customer ended, folded."""

WON = frozenset({
    "won", "closed won", "closedwon", "wygrana", "wygrane", "wygrany", "vyhrano", "vyhrana",
    "виграно", "виграна", "赢单", "成交",
})  # fmt: skip
LOST = frozenset({
    "lost", "closed lost", "closedlost", "przegrana", "przegrane", "przegrany", "prohrano",
    "prohrana", "програно", "програна", "输单", "丢单",
})  # fmt: skip
CHURNED = frozenset({
    "churned", "churn", "cancelled", "canceled", "odszedl", "odeszla", "rezygnacja", "odesel",
    "odesla", "пішов", "пішла", "流失", "已流失",
})  # fmt: skip
