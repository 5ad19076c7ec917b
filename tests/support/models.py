"""Models for tests of what is around them: made from chance, complete, and always the same."""

from __future__ import annotations

from functools import cache

import numpy as np

from inbox_rebond.classify import KINDS, LABELS, TOPIC_WIDTH, WIDTH, Model, summary


@cache
def any_model() -> Model:
    """A model that knows nothing, but says it with conviction."""
    chance = np.random.default_rng(20)
    columns = summary(np.zeros((1, len(KINDS))), [1], np.zeros(1), np.zeros(1)).shape[1]
    return Model(
        version="any-model",
        line_weights=chance.normal(0, 4, (WIDTH, len(KINDS))).astype(np.float32),
        line_bias=chance.normal(-1, 1, len(KINDS)),
        topic_weights=chance.normal(0, 1, (TOPIC_WIDTH, 1)).astype(np.float32),
        topic_bias=chance.normal(0, 1, 1),
        whole_weights=chance.normal(0, 1, (WIDTH, 1)).astype(np.float32),
        whole_bias=chance.normal(0, 1, 1),
        mail_mean=chance.normal(0, 1, (columns,)),
        mail_scale=chance.uniform(0.5, 2, (columns,)),
        mail_weights=chance.normal(0, 0.3, (columns, len(LABELS))),
        mail_bias=chance.normal(0, 0.3, len(LABELS)),
        temperature=1.3,
        file_from=0.6,
        review_from=0.3,
    )
