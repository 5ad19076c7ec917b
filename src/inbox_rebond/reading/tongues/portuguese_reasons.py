"""Portuguese reasons and the words in them. The notation is explained in tongue.py."""

from __future__ import annotations

from inbox_rebond.domain import Reason
from inbox_rebond.reading.tongue import listed, named

WORDS = named(r"""
    people = candidat[oa]s?|candidaturas?|pessoas?|perfis|perfil|profissiona(?:l|is)|concorrentes?|
        finalistas?|investigador(?:a)?|estudantes?|colega|rapaz|rapariga|quem
    tongue = ingles|espanhol|frances|alemao|italiano
    need = (?:precisamos|procuramos|buscamos|exige|exigid[oa]|requer|pede|necessari[oa]|queriamos)
    lacking = nao|falta|ainda nao|sem|aquem
    other = outr[oa]s?|noutra
    post = vaga|vagas|posicao|lugar|cargo|procedimento concursal|processo|oportunidade|funcao|posto|
        turnos|chefia|bolsa
    chose = seguir|seguimos|seguiremos|avancar|avancamos|avancam|prosseguir|continuar|optamos|optar|
        escolhid[oa]|escolhemos|escolheu|escolher|escolha|preferiu|contratar|concedida|oferta|
        proposta|recair|selecionamos|selecionad[oa]|decidimos|decidiu|preferimos|preferencia|
        ofereceu|contratad[oa]|recaiu|ficou|encontramos|atribuid[oa]
""")

REASONS = {
    Reason.OTHER_CANDIDATE: listed(r"""
        <chose> ~ <other> ~ <people>
        <other> <people> ~ (?:mais|melhor|alinhad*|adequad*|escolhid*)
        <people> ~ (?:mais (?:alinhad*|proxim*|adequad*|aderent*|compativ*)|melhor)
        outra pessoa
        <chose> ~ (?:quem|alguem) ~ (?:mais|melhor|ja)
        pessoas que ficaram mais perto
        (?:vai|foi|ficou|fica|feita?|feito|concedid[oa]|atribuid[oa]|proposta|oferta) ~ (?:para|com|
            a|ao|de|por) <other> <people>
        (?:ocupar|ficar com|assumir) ~ <other> <people>
        <other> <people> ~ (?:ja tinha|tiveram|teve|aceitou|desempenho)
        <other> dos candidatos
        <people> ~ que se destacaram
        nao esta entre el[ea]s
        nova pessoa na (?:funcao|vaga|equipa|equipe)
        um concorrente
        <chose> (?:uma colega|uma pessoa|alguem)
        candidat[oa] classificad[oa]
        preferiu a outra
        (?:a|o) escolhid[oa] (?:fala|tem|ja)
        <people> (?:que|com) ~ (?:mais|ja)
    """),
    Reason.INTERNAL_CANDIDATE: listed(r"""
        (?:candidat[oa]|mobilidade|recrutamento|promocao|movimentacao|transferencia) intern[oa]
        (?:preenchid[oa]|ocupad[oa]|recrut\w+|resolvid[oa]) ~ internamente
        (?:pessoa|colaborador\w*|colega|alguem|talento|funcionari[oa]) (?:da (?:propria )?(?:casa|
            empresa)|intern[oa]|que ja ca esta|de outra unidade)
        da propria empresa
        que ja (?:ca esta|trabalha connosco|faz parte)
    """),
    Reason.POSITION_FILLED: listed(r"""
        <post> ~ (?:foi|foram|esta|estao|encontra|ja) ~ (?:preenchid[oa]s?|ocupad[oa]|atribuidas|
            fechada)
        recrutamento esta concluido
        vaga preenchida
        ja (?:arranjamos|encontramos|fechamos|tinhamos fechado|temos) (?:a equipa|o time|aprendiz|
            alguem|quem|uma pessoa)
        todos os turnos ~ completos
        (?:vaga|lugar|posicao) (?:ja )?(?:foi )?(?:preenchid[oa]|ocupad[oa])
    """),
    Reason.POSITION_CANCELLED: listed(r"""
        <post> ~ (?:cancelad[oa]|anulad[oa]|deixou de existir|suspens[oa]|encerrada sem)
        desistiu da contratacao
        nao abrir (?:mais )?est[ae] (?:posicao|vaga)
        perdeu o financiamento
        (?:cancelou|anulou|retirou) ~ (?:abertura|vaga|posicao|processo|concurso)
        (?:loja|projeto|unidade|filial) ~ nao vai (?:abrir|avancar|acontecer)
        (?:ja )?nao (?:sera|vai ser) preenchid[oa]
    """),
    Reason.HIRING_FREEZE: listed(r"""
        congel(?:ou|amento) ~ (?:contratacoes|vagas)
        (?:contratacoes|admissoes) ~ (?:suspensas|congeladas)
        contencao (?:orcamental|de custos)
        (?:suspendeu|congelou|parou|suspensao) ~ (?:contratacoes|admissoes|recrutamento*)
    """),
    Reason.NO_VACANCY: listed(r"""
        nao (?:temos|ha|dispomos|existem|tem|dispoe) ~ (?:vagas|posicoes|lugares|oportunidade*)
        nao estamos (?:contratando|a contratar|a recrutar)
        quadro esta completo
        nao recebemos estagiarios
        nao prevemos recrutar
        quadro (?:\w+ ){0,2}esta completo
        nao (?:temos|ha|existe|existem) (?:\w+ )?(?:vaga|vagas|lugar)
        sem vagas
    """),
    Reason.OVERQUALIFIED: listed(r"""
        super-?qualificad*
        sobrequalificad*
        senior demais
        (?:habilitacoes|qualificacoes|experiencia) (?:muito )?(?:acima|alem) do
        (?:demasiado|muito) junior para si
        se desmotiv*
    """),
    Reason.WORK_AUTHORISATION: listed(r"""
        (?:sem|falta de) ~ (?:titulo de residencia|autorizacao de trabalho|visto)
        nao patrocina vistos
        (?:visto|autorizacao de (?:trabalho|residencia)|titulo de residencia) ~ (?:nao|exigid*|
            necessari*)
    """),
    Reason.LOCATION: listed(r"""
        so (?:podemos considerar|contratamos) ~ (?:mora|residentes)
        nao tem possibilidade de mudanca
        distancia ~ nao
        quem mora em outro
        (?:ja )?moram? (?:em|perto|na)
        (?:presencial|mudar|mudanca|deslocacao) ~ (?:nao|longe)
    """),
    Reason.SALARY: listed(r"""
        (?:pretensao|expectativas?) (?:salarial|de remuneracao|salariais) ~ (?:acima|ultrapassa*|
            supera*)
        valor que (?:pede|pediu|pretende)
        (?:fora|acima) d[oa] nosso orcamento
    """),
    Reason.AVAILABILITY: listed(r"""
        (?:aviso previo|horarios|datas) ~ (?:inviabiliza|nao batem|nao sao compativeis)
        (?:manhas|tardes|noites|fins? de semana) ~ (?:nao|assim nao|que nao tens)
        disponibilidade (?:\w+ ){0,5}(?:que nao tens|nao (?:coincide|corresponde|serve))
        <need> ~ (?:manhas|noites|tempo inteiro|fim de semana|turnos) ~ <lacking>
    """),
    Reason.LANGUAGE: listed(r"""
        (?:nivel de )?(?:ingles|espanhol|frances|alemao) ~ (?:nao e suficiente|ainda nao|aquem|
            insuficiente)
        nao ter (?:ingles|espanhol)
        <need> ~ <tongue> ~ <lacking>
        <tongue> (?:fluente|fluentemente|avancado) ~ (?:nao|decidiu|requisito|exigido)
        (?:falta|pouco|sem) (?:\w+ ){0,2}<tongue>
        (?:a|o) escolhid[oa] fala <tongue>
    """),
    Reason.QUALIFICATION: listed(r"""
        (?:cedula profissional|ensino superior|diploma|licenciatura|graduacao) ~ (?:nao|ainda nao)
        sem carta de conducao
        sem (?:a |o )?(?:profissionalizacao|diploma|licenciatura|carteira|cedula|certificado|curso)
        nao sendo (?:aluno|estudante|licenciad[oa]|inscrit[oa])
        <need> ~ (?:diploma|licenciatura|curso|cedula|certificado) ~ <lacking>
    """),
    Reason.EXPERIENCE: listed(r"""
        experiencia ~ (?:nao se enquadra|insuficiente|ainda e curta|abaixo|nao e suficiente|
            nao atende)
        (?:falta|pouca) (?:de )?experiencia
        (?:procuramos|precisamos) ~ (?:mais (?:senior|experiencia|experiente)|com mais experiencia)
        como nunca trabalhou
        <need> ~ (?:experiencia|vivencia|anos|que ja tenha) ~ (?:nao identificamos|nao tens|nao tem|
            nao encontramos|uns anos)
        <need> ~ alguem que ja tenha
        falta-?(?:lhe|te|nos|vos)? ~ experiencia
        insuficiente a experiencia
        mais (?:bagagem|experiencia|anos|vivencia)
        experiencia mais relevante
        candidat\w+ que ja (?:tinham|tinha|tem) (?:trabalhado|gerido|liderado|feito)
        ja tinha gerido
        quem ja trabalhou
    """),
    Reason.SKILLS: listed(r"""
        (?:faltam|nao) ~ (?:demonstrou )?(?:os )?conhecimentos
        (?:teste|desafio|prova)\b ~ (?:ainda nao|abaixo do nivel)
        (?:falta|sem|carencia) de (?:conhecimentos|competencias|dominio)
        (?:dominio|conhecimento|conhecimentos) mais (?:solido|profundo|avancado)s?
        resultado ~ aquem
        <need> ~ (?:dominio|conhecimentos) ~ <lacking>
    """),
    Reason.CULTURE_FIT: listed(r"""
        faltou fit cultural
        fit cultural ~ nao
        (?:jeito|forma) de trabalhar nao
        sintonia ~ valores
        (?:nao|pouca) ~ (?:afinidade|sintonia)
        cultura ~ (?:nao|diferente)
    """),
    Reason.PROFILE: listed(r"""
        (?:perfil|candidatura|curriculo|experiencia e formacao) ~ nao ~ (?:enquadr*|corresponde*|
            atende*|encaix*|alinha*|adequ*|match|compativ*|reune)
        nao ~ (?:corresponde* ao perfil|encaixe|o perfil que)
        perfil diferente
        (?:perfil|candidatura|curriculo|cv|percurso) ~ (?:nao|deixou de) ~ (?:aderen*|ajust*|
            encaix*|correspond*|compativ*)
        nao (?:vimos|identificamos|encontramos|ha|sentimos) ~ (?:match|correspondencia|
            compatibilidade|encaixe)
        outro tipo de (?:profissional|perfil)
        nao e a (?:funcao|vaga) certa
        (?:nao|por nao) (?:reune|preencher|preenche|cumpre) (?:o perfil|as condicoes|os requisitos)
    """),
    Reason.OTHER: listed(r"""
        fora do prazo
        nao compareceu
        verificacao de referencias
        ja participou deste processo
        documentos ~ nao chegaram
        prazo ~ (?:ultrapassado|terminou)
    """),
}
