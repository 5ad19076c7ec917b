"""Spanish phrases. The notation is explained in tongue.py."""

from __future__ import annotations

from inbox_rebond.domain import Reason
from inbox_rebond.reading.tongue import Tongue, listed, named

WORDS = named(r"""
    people = candidat[oa]s?|candidaturas?|personas?|perfil(?:es)?|postulantes?|aspirantes?|
        participantes|concursantes?|finalistas?|investigador(?:a)?|profesional(?:es)?
    other = otr[oa]s?
    post = vacante|puesto|plaza|posicion|cargo|oferta|plazas|vacantes|convocatoria|busqueda
    chose = continuar|continuado|seguir|seguimos|avanzar|avanzaremos|optado|optamos|elegid[oa]|
        elegido|elegimos|seleccionad[oa]|selecciono|decantado|decidido|preferido|quedado|escogido|
        ofrecido|eligio|inclinamos|apostar|adjudicad[oa]|recaido|proceder|incorporar
    tongue = ingles|aleman|frances|italiano|portugues|catalan|espanol|neerlandes
""")

REASONS = {
    Reason.OTHER_CANDIDATE: listed(r"""
        <chose> ~ <other> ~ <people>
        (?:<chose>|ha sido) ~ (?:a |por |para )?(?:la )?otr[oa]s?\b
        <other> <people> ~ (?:encaj*|ajust*|mejor*|mas|ronda|obtuvieron)
        (?:<people>|quienes) ~ (?:cuyo|cuya|que|cuyos|mejor|mas) ~ (?:acerca*|ajust*|encaj*|
            alinea*|cercan*)
        <chose> ~ (?:a )?(?:quienes|alguien) ~ (?:mejor|mas|ya)
        a favor de otr[oa]
        (?:nos quedamos|avanzaremos|continuado) con ~ (?:<people>|alguien) ~ (?:que|mas)
    """),
    Reason.INTERNAL_CANDIDATE: listed(r"""
        (?:promocion|candidat[oa]|traslado|personal|cobertura) intern[oa]
        personal propio
        (?:ya trabajaba|colaborador) (?:en la casa|de nuestra propia)
        de otro departamento
    """),
    Reason.POSITION_FILLED: listed(r"""
        <post> ~ (?:ha|han|esta|estan|fue|fueron|ya) ~ (?:cubiert[oa]s?|ocupad[oa]|asignad[oa]s|
            agotado|tomad[oa])
        completado la plantilla
        cerrado la contratacion
        ya tenemos aprendiz
    """),
    Reason.POSITION_CANCELLED: listed(r"""
        (?:<post>|concurso|proyecto|proceso) ~ (?:cancelad[oa]|ya no existe|desierta|anulad[oa]|
            sin efecto|suspendid[oa]|no sale adelante|retirad[oa])
        retirado la (?:oferta|vacante)
        no cubrir (?:esta|la) (?:plaza|vacante)
        se deja sin efecto
    """),
    Reason.HIRING_FREEZE: listed(r"""
        congela(?:do|miento|cion) ~ (?:contrataciones|vacantes)
        no habra nuevas incorporaciones
        suspender ~ (?:ingresos|contrataciones)
        contencion de (?:costes|gastos)
    """),
    Reason.NO_VACANCY: listed(r"""
        no (?:disponemos de|contamos con|tenemos|hay) ~ (?:vacantes?|busquedas? abiertas?|
            puestos?|plazas?|hueco)
        no estamos contratando
        plantilla (?:esta )?completa
        no acogemos
        no prevemos incorporar
    """),
    Reason.OVERQUALIFIED: listed(r"""
        sobre-?(?:cualific|calific)\w*
        te aburririas
        demasiado (?:senior|bueno)
    """),
    Reason.WORK_AUTHORISATION: listed(r"""
        (?:no|sin) ~ permiso de trabajo
        no patrocina* visad*
        documentacion migratoria ~ no
    """),
    Reason.LOCATION: listed(r"""
        (?:solo|buscamos) ~ (?:personas?|alguien|candidatos) que (?:vivan?|resida*)
        no contemplar el traslado
        presencial y (?:vos|tu|usted) estas?
        demasiado lejos
    """),
    Reason.SALARY: listed(r"""
        (?:expectativas?|pretension(?:es)?) (?:salarial(?:es)?|de renta|economicas?) ~ (?:supera*|
            excede*|por encima|fuera)
        no llegamos a lo que pides
    """),
    Reason.AVAILABILITY: listed(r"""
        (?:preaviso|disponibilidad|periodo de practicas|incorporacion) ~ no (?:nos )?(?:coincide|
            cuadra|encaja)
        solo puedes por
    """),
    Reason.LANGUAGE: listed(r"""
        nivel de <tongue> ~ no
        <tongue> (?:fluido|nativo|[a-c]0) ~ no
        sin <tongue>
    """),
    Reason.QUALIFICATION: listed(r"""
        (?:titulacion|titulo|carnet|colegiatura|licencia) ~ (?:no dispone|no es posible|no tienes|
            no podemos)
        (?:no|sin|al no) (?:\w+ ){0,3}(?:titulacion|titulo|el carnet|la colegiatura|licencia)
    """),
    Reason.EXPERIENCE: listed(r"""
        (?:falta|necesitamos|hace falta|buscamos) ~ (?:mas|al menos|de) ~ experiencia
        falta de experiencia
        (?:no|todavia no|aun no) (?:\w+ ){0,2}(?:tiene|tienes|acredita|cuentas?|cuenta con|
            reune) (?:\w+ ){0,2}experiencia
        experiencia ~ (?:corta|insuficiente|no es suficiente|no llegas)
        perfil mas senior
        mas anos de trayectoria
    """),
    Reason.SKILLS: listed(r"""
        (?:no|echamos en falta|falta) ~ (?:nivel tecnico|manejo|soltura|dominas|conocimientos)
        conocimientos ~ insuficientes
        dominio mayor
        conocimientos mas solidos
    """),
    Reason.CULTURE_FIT: listed(r"""
        encaje cultural
        (?:forma|manera) de trabajar ~ no
    """),
    Reason.PROFILE: listed(r"""
        (?:perfil|candidatura|postulacion|trayectoria|cv|
            formacion) ~ no (?:\w+ )?(?:se )?(?:ajusta*|encaja*|cumple*|responde*|coincide*|
            alinea*|corresponde*|es el que|reune*)
        no se ajusta* ~ (?:perfil|busca*|formacion)
        no (?:encaja|vemos un encaje|es el match|reune (?:usted )?el perfil)
        perfil diferente
        no es el (?:match|mas indicado)
        ya no encaja
    """),
    Reason.OTHER: listed(r"""
        fuera de plazo
        no presentarte
        no recibimos los documentos
        ya participaste en este proceso
        referencias ~ no han sido
    """),
}

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
    formal=r"""(?i:\b(?:usted|ustedes|su|sus|le)\b)""",
    informal=r"""(?i:\b(?:tú|tu|tus|te|ti|contigo|vos)\b)""",
)
