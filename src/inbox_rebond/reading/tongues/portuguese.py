"""Portuguese phrases. The notation is explained in tongue.py."""

from __future__ import annotations

from inbox_rebond.domain import Reason
from inbox_rebond.reading.tongue import Tongue, listed, named

WORDS = named(r"""
    people = candidat[oa]s?|candidaturas?|pessoas?|perfis|perfil|profissiona(?:l|is)|
        concorrentes?|finalistas?|investigador(?:a)?
    other = outr[oa]s?|noutra
    post = vaga|vagas|posicao|lugar|cargo|procedimento concursal|processo|oportunidade|funcao
    chose = seguir|avancar|prosseguir|continuar|optamos|optar|escolhid[oa]|escolhemos|
        selecionamos|selecionad[oa]|decidimos|decidiu|preferimos|preferencia|ofereceu|
        contratad[oa]|recaiu|ficou|encontramos|atribuid[oa]
""")

REASONS = {
    Reason.OTHER_CANDIDATE: listed(r"""
        <chose> ~ <other> ~ <people>
        <other> <people> ~ (?:mais|melhor|alinhad*|adequad*|escolhid*)
        <people> ~ (?:mais (?:alinhad*|proxim*|adequad*|aderent*|compativ*)|melhor)
        outra pessoa
        <chose> ~ (?:quem|alguem) ~ (?:mais|melhor|ja)
        pessoas que ficaram mais perto
    """),
    Reason.INTERNAL_CANDIDATE: listed(r"""
        (?:candidat[oa]|mobilidade|recrutamento|promocao|movimentacao|transferencia) intern[oa]
        internamente
    """),
    Reason.POSITION_FILLED: listed(r"""
        <post> ~ (?:foi|foram|esta|estao|encontra|ja) ~ (?:preenchid[oa]s?|ocupad[oa]|atribuidas|
            fechada)
        recrutamento esta concluido
        vaga preenchida
    """),
    Reason.POSITION_CANCELLED: listed(r"""
        <post> ~ (?:cancelad[oa]|anulad[oa]|deixou de existir|suspens[oa]|encerrada sem)
        desistiu da contratacao
        nao abrir (?:mais )?est[ae] (?:posicao|vaga)
        perdeu o financiamento
    """),
    Reason.HIRING_FREEZE: listed(r"""
        congel(?:ou|amento) ~ (?:contratacoes|vagas)
        (?:contratacoes|admissoes) ~ (?:suspensas|congeladas)
        contencao (?:orcamental|de custos)
    """),
    Reason.NO_VACANCY: listed(r"""
        nao (?:temos|ha|dispomos|existem|tem|dispoe) ~ (?:vagas|posicoes|lugares|oportunidade*)
        nao estamos (?:contratando|a contratar|a recrutar)
        quadro esta completo
        nao recebemos estagiarios
        nao prevemos recrutar
    """),
    Reason.OVERQUALIFIED: listed(r"""
        super-?qualificad*
        sobrequalificad*
        senior demais
    """),
    Reason.WORK_AUTHORISATION: listed(r"""
        (?:sem|falta de) ~ (?:titulo de residencia|autorizacao de trabalho|visto)
        nao patrocina vistos
    """),
    Reason.LOCATION: listed(r"""
        so (?:podemos considerar|contratamos) ~ (?:mora|residentes)
        nao tem possibilidade de mudanca
        distancia ~ nao
    """),
    Reason.SALARY: listed(r"""
        (?:pretensao|expectativas?) (?:salarial|de remuneracao|salariais) ~ (?:acima|ultrapassa*|
            supera*)
    """),
    Reason.AVAILABILITY: listed(r"""
        (?:aviso previo|horarios|datas) ~ (?:inviabiliza|nao batem|nao sao compativeis)
    """),
    Reason.LANGUAGE: listed(r"""
        (?:nivel de )?(?:ingles|espanhol|frances|alemao) ~ (?:nao e suficiente|ainda nao|aquem|
            insuficiente)
        nao ter (?:ingles|espanhol)
    """),
    Reason.QUALIFICATION: listed(r"""
        (?:cedula profissional|ensino superior|diploma|licenciatura|graduacao) ~ (?:nao|ainda nao)
        sem carta de conducao
    """),
    Reason.EXPERIENCE: listed(r"""
        experiencia ~ (?:nao se enquadra|insuficiente|ainda e curta|abaixo|nao e suficiente|
            nao atende)
        (?:falta|pouca) (?:de )?experiencia
        (?:procuramos|precisamos) ~ (?:mais (?:senior|experiencia|experiente)|
            com mais experiencia)
        como nunca trabalhou
    """),
    Reason.SKILLS: listed(r"""
        (?:faltam|nao) ~ (?:demonstrou )?(?:os )?conhecimentos
        (?:teste|desafio|prova)\b ~ (?:ainda nao|abaixo do nivel)
    """),
    Reason.CULTURE_FIT: listed(r"""
        faltou fit cultural
        fit cultural ~ nao
        (?:jeito|forma) de trabalhar nao
        sintonia ~ valores
    """),
    Reason.PROFILE: listed(r"""
        (?:perfil|candidatura|curriculo|experiencia e formacao) ~ nao ~ (?:enquadr*|corresponde*|
            atende*|encaix*|alinha*|adequ*|match|compativ*|reune)
        nao ~ (?:corresponde* ao perfil|encaixe|o perfil que)
        perfil diferente
    """),
    Reason.OTHER: listed(r"""
        fora do prazo
        nao compareceu
        verificacao de referencias
        ja participou deste processo
    """),
}

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
    formal=r"""(?i:\b(?:você|voce|senhora?|seu|sua|seus|suas|lhe|consigo)\b)""",
    informal=r"""(?i:\b(?:tu|te|ti|teu|tua|teus|tuas|contigo)\b)""",
)
