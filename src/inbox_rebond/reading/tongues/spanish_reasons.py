"""Spanish reasons and the words in them. The notation is explained in tongue.py."""

from __future__ import annotations

from inbox_rebond.domain import Reason
from inbox_rebond.reading.tongue import listed, named

WORDS = named(r"""
    people = candidat[oa]s?|candidaturas?|personas?|perfil(?:es)?|postulantes?|aspirantes?|
        participantes|concursantes?|finalistas?|investigador(?:a)?|profesional(?:es)?
    other = otr[oa]s?
    post = vacante|puesto|plaza|posicion|cargo|oferta|plazas|vacantes|convocatoria|busqueda
    chose = continuar|continuado|seguir|seguimos|avanzar|avanzaremos|optado|optamos|elegid[oa]|
        elegido|elegimos|seleccionad[oa]|selecciono|decantado|decidido|preferido|quedado|escogido|
        ofrecido|eligio|inclinamos|apostar|adjudicad[oa]|recaido|proceder|incorporar
    need = (?:buscamos|buscabamos|necesitamos|exige|requiere|requerimos|pide|imprescindible|
        hace falta|hacia falta|se requiere)
    lacking = no|aun no|todavia no|falta|sin|carece
    tool = kubernetes|docker|python|java|javascript|react|angular|sql|excel|sap|aws|azure|autocad|
        linux|php|photoshop|contabilidad
    tongue = ingles|aleman|frances|italiano|portugues|catalan|espanol|neerlandes
""")

REASONS = {
    Reason.OTHER_CANDIDATE: listed(r"""
        <chose> ~ <other> ~ <people>
        (?:<chose>|ha sido) ~ (?:a |por |para )?(?:la )?otr[oa]s?\b
        <other> <people> ~ (?:encaj*|ajust*|mejor*|mas|ronda|obtuvieron)
        (?:<people>|quienes) ~ (?:cuyo|cuya|que|cuyos|mejor|mas) ~ (?:acerca*|ajust*|encaj*|alinea*|
            cercan*)
        <chose> ~ (?:a )?(?:quienes|alguien) ~ (?:mejor|mas|ya)
        a favor de otr[oa]
        (?:nos quedamos|avanzaremos|continuado) con ~ (?:<people>|alguien) ~ (?:que|mas)
        (?:ir por|otorgad[oa] a|dado a|firma ~ es|eligio a|contratar a|
            contratado a) ~ <other> <people>
        (?:otorgad[oa]|adjudicad[oa]|dado|ofrecido|asignad[oa]) (?:\w+ )?a (?:otr[oa]s?|la persona|
            una persona|un candidato)
        es otr[oa] (?:aspirante|candidat[oa]|persona)
        nuev[oa] compañer[oa] en
        nuev[oa] companer[oa] en
        (?:elegido|seleccionado|encontrado) (?:ya )?a la persona
        han pasado a la (?:final|siguiente fase) quienes
        (?:nos hemos quedado|nos quedamos|hemos continuado|seguimos) con (?:ella|el|otr[oa]s?|
            personas|candidat[oa]s)
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
        ya habiamos (?:cerrado|cubierto|contratado)
        <post> ~ (?:cubrio|cubrieron|ocupo|se ha cubierto)
    """),
    Reason.POSITION_CANCELLED: listed(r"""
        (?:<post>|concurso|proyecto|proceso) ~ (?:cancelad[oa]|ya no existe|desierta|anulad[oa]|
            sin efecto|suspendid[oa]|no sale adelante|retirad[oa])
        retirado la (?:oferta|vacante)
        no cubrir (?:esta|la) (?:plaza|vacante)
        se deja sin efecto
        (?:anulad[oa]|cancelad[oa]|suspendid[oa]|retirad[oa]) (?:la|el|esta|este) (?:convocatoria|
            proceso|vacante|puesto|busqueda|plaza)
    """),
    Reason.HIRING_FREEZE: listed(r"""
        congela(?:do|miento|cion) ~ (?:contrataciones|vacantes)
        no habra nuevas incorporaciones
        suspender ~ (?:ingresos|contrataciones)
        contencion de (?:costes|gastos)
    """),
    Reason.NO_VACANCY: listed(r"""
        no (?:disponemos de|contamos con|tenemos|hay) ~ (?:vacantes?|busquedas? abiertas?|puestos?|
            plazas?|hueco)
        no estamos contratando
        plantilla (?:esta )?completa
        no acogemos
        no prevemos incorporar
        plantilla ~ (?:esta completa|completa)
        no prevemos (?:nuevas )?(?:incorporaciones|incorporar|contrataciones)
    """),
    Reason.OVERQUALIFIED: listed(r"""
        sobre-?(?:cualific|calific)\w*
        te aburririas
        demasiado (?:senior|bueno)
        se te queda pequen[oa]
        (?:por encima|mas) de lo que (?:pide|requiere) el puesto
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
        viviendo tan lejos
        (?:presencial|traslado|reubicacion|distancia) ~ (?:no|lejos)
    """),
    Reason.SALARY: listed(r"""
        (?:expectativas?|pretension(?:es)?) (?:salarial(?:es)?|de renta|economicas?) ~ (?:supera*|
            excede*|por encima|fuera)
        no llegamos a lo que pides
        (?:retribucion|sueldo|salario) que (?:pides|pide|solicita\w*) ~ (?:sale|supera|excede|
            por encima|fuera|no)
        fuera de (?:nuestro presupuesto|nuestra banda|nuestras bandas)
    """),
    Reason.AVAILABILITY: listed(r"""
        (?:preaviso|disponibilidad|periodo de practicas|incorporacion) ~ no (?:nos )?(?:coincide|
            cuadra|encaja)
        solo puedes por
        <need> ~ (?:fines de semana|jornada completa|tardes|noches|turnos|inmediata) ~ (?:no|sin)
        (?:horarios?|disponibilidad|fechas) ~ no ~ (?:contar|coincid*|encaj*|compatibl*)
    """),
    Reason.LANGUAGE: listed(r"""
        nivel de <tongue> ~ no
        <tongue> (?:fluido|nativo|[a-c]0) ~ no
        sin <tongue>
        <need> ~ <tongue> ~ <lacking>
        (?:parte|entrevista|prueba) en <tongue> ~ (?:no|insuficiente)
        no asi la parte en <tongue>
        con <tongue> nativo
    """),
    Reason.QUALIFICATION: listed(r"""
        (?:titulacion|titulo|carnet|colegiatura|licencia) ~ (?:no dispone|no es posible|no tienes|
            no podemos)
        (?:no|sin|al no) (?:\w+ ){0,3}(?:titulacion|titulo|el carnet|la colegiatura|licencia)
        <need> ~ (?:titulo|titulacion|carnet|licencia|certificad*|grado|colegiacion) ~ <lacking>
        no (?:cursas|cursa|estas matriculad[oa]|esta matriculad[oa])
    """),
    Reason.EXPERIENCE: listed(r"""
        (?:falta|necesitamos|hace falta|buscamos) ~ (?:mas|al menos|de) ~ experiencia
        falta de experiencia
        (?:no|todavia no|aun no) (?:\w+ ){0,2}(?:tiene|tienes|acredita|cuentas?|cuenta con|
            reune) (?:\w+ ){0,2}experiencia
        experiencia ~ (?:corta|insuficiente|no es suficiente|no llegas)
        perfil mas senior
        mas anos de trayectoria
        <need> ~ (?:anos|experiencia|haber (?:llevado|trabajado|gestionado)|
            recorrido) ~ (?:no lo vemos|aun no|todavia no|no reune|no tienes|no tiene|no cuenta*)
        (?:te|le|solo te|os) falta ~ (?:experiencia|recorrido|rodaje)
        (?:mas anos|mas experiencia|mas recorrido|mas trayectoria)
        experiencia mas (?:cercana|amplia|larga|solida)
        quienes ya habian trabajado
        ya habian? trabajado
    """),
    Reason.SKILLS: listed(r"""
        (?:no|echamos en falta|falta) ~ (?:nivel tecnico|manejo|soltura|dominas|conocimientos)
        conocimientos ~ insuficientes
        dominio mayor
        conocimientos mas solidos
        <need> ~ (?:domine|dominio|conocimientos|manejo|<tool>) ~ (?:no es tu caso|no es su caso|
            <lacking>)
        nivel (?:tecnico|de programacion|de \w+) ~ no alcanza
        (?:conocimientos|competencias|habilidades) ~ (?:no son suficientes|insuficientes|
            no alcanzan)
    """),
    Reason.CULTURE_FIT: listed(r"""
        encaje cultural
        (?:forma|manera) de trabajar ~ no
        no ~ encaj\w+ en (?:la forma|nuestra forma|el equipo|nuestra cultura)
    """),
    Reason.PROFILE: listed(r"""
        (?:perfil|candidatura|postulacion|trayectoria|cv|
            formacion) ~ no (?:\w+ )?(?:se )?(?:ajusta*|encaja*|cumple*|responde*|coincide*|alinea*|
            corresponde*|es el que|reune*)
        no se ajusta* ~ (?:perfil|busca*|formacion)
        no (?:encaja|vemos un encaje|es el match|reune (?:usted )?el perfil)
        perfil diferente
        no es el (?:match|mas indicado)
        ya no encaja
        (?:curriculum|cv|perfil) ~ (?:camino distinto|distinto al|alejado)
        no (?:coincide|corresponde|se ajusta) (?:\w+ )?(?:con|a) ~ (?:buscamos|perfil|requisitos|
            necesidades)
    """),
    Reason.OTHER: listed(r"""
        fuera de plazo
        no presentarte
        no recibimos los documentos
        ya participaste en este proceso
        referencias ~ no han sido
    """),
}
