"""Spanish phrases. The notation is explained in tongue.py."""

from __future__ import annotations

from inbox_rebond.reading.tongue import Tongue, listed
from inbox_rebond.reading.tongues.spanish_reasons import REASONS, WORDS

SPANISH = Tongue(
    words=WORDS,
    reasons=REASONS,
    hypothetical=listed(r"""
        ^(?:si|cuando|en caso|en el supuesto|unicamente|las solicitudes que)\b(?! bien)
        (?:si|cuando) (?:surge*|se abre*|hay|sale)
    """),
    interviewed=listed(r"""
        (?:tras|despues de|en|durante|por|de) (?:\w+ )?(?:la|nuestra|tu|su|
            las) (?:\w+ )?(?:entrevistas?|conversacion|reunion|llamada)
        (?:gusto|placer|encantado|encanto|gracias) ~ (?:conocerte|conocerle|conocerla|entrevista|
            hablar contigo|venir)
        te entrevistamos
        tu entrevista
        quedaste entre
    """),
    feedback_offered=listed(r"""
        (?:si (?:quieres|deseas|desea|quiere)|encantad*|con gusto|disposicion) ~ (?:feedback|
            retroalimentacion|comentarios)
    """),
    feedback_declined=listed(r"""
        no (?:podemos|es posible|podremos|nos es posible) ~ (?:feedback|retroalimentacion|
            respuesta personalizada|comentarios individuales)
    """),
    no_answer=listed(r"""
        no (?:responda*|conteste*|responder)
        (?:correo|mensaje) (?:\w+ )?automatico
    """),
    company=listed(r"""
        (?:interés|interes) (?:en|por) (?:formar parte de |trabajar (?:en|con) |unirte a |
            la empresa )?
        (?:equipo|departamento) de (?:selección|talento|recursos humanos|RRHH|
            reclutamiento) (?:de|en)
        (?:parte de|unirte a|unirse a|confianza en) (?:la empresa |nuestro equipo en )?
        candidatura [-–—]
    """),
    company_loose=listed(r"""
        (?:candidatura|puesto|vacante|postulación|proceso(?: de selección)?|posición|rol|trabajar|
            oferta)[^\n.]{0,50}? en (?:la empresa )?
    """),
    role_common=listed(r"""
        (?:puesto|vacante|posición|cargo) de (?P<role>[^\n]{3,120})
    """),
    role=listed(r"""
        (?:puesto|vacante|posición|cargo|rol|plaza|oferta) (?:de|para|como) (?P<role>[^\n]{3,120})
        (?:candidatura|postulación) (?:para|como|a|al puesto de) (?P<role>[^\n]{3,120})
    """),
    role_loose=listed(r"""
        (?:puesto|vacante|posición|cargo|rol|plaza|oferta|proceso(?: de selección)?|solicitud|
            postulación|aplicación|candidatura)(?: al cargo)? (?:de |para |a |
            al puesto de )?(?P<role>[^\n]{3,100})
        (?:puesto|vacante|oferta|posición)\s*: (?P<role>[^\n]{3,100})
    """),
    formal=r"""(?i:\b(?:usted|ustedes|su|sus|le)\b)""",
    informal=r"""(?i:\b(?:tú|tu|tus|te|ti|contigo|vos)\b)""",
    role_ends=(
        r"en (?=[A-ZÁÉÍÓÚ]|la\b|el\b|nuestr|est)|que|por|se|con|ya|ha|han|es|será|publicad\w*|"
        r"para|y (?=te|le|por|el|la|agrad)|del? (?=\d)|ofertad\w*|al|no|hemos"
    ),
)
