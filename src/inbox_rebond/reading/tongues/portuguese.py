"""Portuguese phrases. The notation is explained in tongue.py."""

from __future__ import annotations

from inbox_rebond.reading.tongue import Tongue, listed
from inbox_rebond.reading.tongues.portuguese_reasons import REASONS, WORDS

PORTUGUESE = Tongue(
    words=WORDS,
    reasons=REASONS,
    hypothetical=listed(r"""
        ^(?:se|caso|quando)
        (?:caso|quando) (?:surja*|haja|abra)
    """),
    interviewed=listed(r"""
        (?:apos|depois d[ae]|durante|pela|na) (?:\w+ )?(?:nossa |sua |tua |as )?(?:entrevistas?|
            conversa|reuniao)
        (?:prazer|gostamos|gosto|obrigad[oa]) ~ (?:conhecer|conhece-l*|conversar|entrevista|
            falar contigo)
        (?:sua|tua) entrevista
    """),
    feedback_offered=listed(r"""
        (?:se quiser*|caso deseje*|disposicao|podemos) ~ (?:feedback|retorno|esclarecimentos)
    """),
    feedback_declined=listed(r"""
        nao (?:conseguimos|podemos|e possivel|sera possivel|poderemos) ~ (?:feedback|retorno|
            resposta) ?(?:individual|personalizad*)?
    """),
    no_answer=listed(r"""
        nao responda
        por favor,? nao respond*
        mensagem automatica
    """),
    company=listed(r"""
        interesse (?:na|no|em|pela|pelo) (?:empresa )?
        (?:candidatura|vaga|processo(?: seletivo)?|oportunidade)[^\n.]{0,50}? (?:na|no|
            à) (?:empresa )?
        (?:[Ee]quip[ea]|[Tt]ime|parte) (?:de (?:recrutamento|seleção|talentos|RH) )?(?:da|do|de|
            na|no)
        candidatura [-–—]
    """),
    company_loose=listed(r"""
        (?:candidatura|vaga|interesse|processo(?: seletivo)?|oportunidade|trabalhar|
            posição)[^\n.]{0,50}? (?:na|no|em|à|pela|pelo|da|do) (?:empresa )?
    """),
    role_common=listed(r"""
        (?:vaga|posição|cargo|função|lugar) de (?P<role>[^\n]{3,120})
    """),
    role=listed(r"""
        (?:vaga|posição|cargo|função|oportunidade|processo seletivo) (?:de|para|
            como) (?P<role>[^\n]{3,120})
        candidatura (?:para|a|como|à vaga de|à posição de) (?P<role>[^\n]{3,120})
    """),
    role_loose=listed(r"""
        (?:vaga|posição|cargo|função|lugar|processo(?: seletivo| de seleção)?|candidatura) (?:de |
            para |à vaga de |a |ao lugar de |como )?['‘"“«]?(?P<role>[^\n]{3,100})
        (?:vaga|posição|função|cargo)\s*: (?P<role>[^\n]{3,100})
    """),
    formal=r"""(?i:\b(?:você|voce|senhora?|seu|sua|seus|suas|lhe|consigo)\b)""",
    informal=r"""(?i:\b(?:tu|te|ti|teu|tua|teus|tuas|contigo)\b)""",
    role_ends=(
        r"na|no|em|que|com|já|foi|está|não|para|por|nos|pela|pelo|se|e (?=agrad|por|o|a|te|"
        r"lhe)|deixou|publicad\w*|junto|tendo|à"
    ),
)
