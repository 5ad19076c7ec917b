"""French phrases. The notation is explained in tongue.py."""

from __future__ import annotations

from inbox_rebond.domain import Reason
from inbox_rebond.reading.tongue import Tongue, listed, named

WORDS = named(r"""
    people = candidat(?:e|s|es|ure|ures)?|profils?|personnes?|postulant(?:e|s|es)?|dossiers?|
        etudiant(?:e|s|es)?|apprentie?s?|collegues?|finalistes?|agents?|consultant(?:e|s)?
    other = autres?|differents?
    post = poste|emploi|offre|mission|place|recrutement|stage|alternance|role|annonce|vacance|
        postes|places|missions|emplois|concours
    not = ne|n'|pas|sans|aucune?|manque|manquent|insuffisante?s?
    chose = retenue?s?|choisie?s?|choisi|choix|prefere*|privilegie*|opte|selectionne*|porte|
        poursuiv*|avancons|continuer|preference|decide*|engage*|offert|confie*|attribue*|partis
    tongue = anglais|francais|allemand|espagnol|italien|neerlandais|portugais|bilinguisme|arabe|
        chinois|langue des signes
""")

REASONS = {
    Reason.OTHER_CANDIDATE: listed(r"""
        <chose> ~ <other> ~ <people>
        <chose> ~ quelqu'un d'autre
        (?:d'|une? |l')autres? <people> ~ (?:retenu*|choisi*|preferee?s?|mieux|davantage|plus|
            accepte|atouts|appropriees?|corresp*|remport*|emporte|demarquee?)
        <chose> ~ <people> ~ (?:plus (?:proches?|en|experimente*|adapte*|avance*|senior|
            significative)|mieux|davantage|repondant|correspondant|dont le)
        <people> (?:plus|mieux|davantage) (?:proches?|en (?:adequation|phase)|adaptee?s?|ciblees?)
        <people> ~ (?:correspond(?:ant|ent|ait|aient)?|repond(?:ant|ent|aient)?) ~ (?:davantage|
            mieux|plus (?:precisement|etroitement))
        notre choix s'est ~ (?:porte|arrete) sur
        (?:choix|second|deuxieme) ~ (?:ne s'est pas porte sur vous|second choix)
        (?:pris|prend|recrute|trouve|signe) ~ (?:quelqu'un d'autre|une? autre)
        donne la preference
        autres? <people> (?:en (?:meilleure )?adequation|dont)
        (?:attribue|accorde|confie|offert|propose)e?s? ~ (?:a|au) (?:une? |d')?autres? <people>
        second choix
        classee? deuxieme
        a quelqu'un d'autre
    """),
    Reason.INTERNAL_CANDIDATE: listed(r"""
        en interne|a l'interne
        (?:mobilite|candidature|promotion|mutation|recrutement|candidat|solution) interne
        (?:collaborat\w+|salariee?|collegue) ~ (?:deja chez nous|du service|reclassement)
        membre du personnel
        promu quelqu'un
    """),
    Reason.POSITION_FILLED: listed(r"""
        <post> ~ (?:est|a|vient d'|ont|sont) ~ (?:pourvue?s?|repourvu|combles?|attribuee?s?|
            prise?)
        poste pourvu
        (?:n'est|n'etait) plus (?:disponible|libre|vacante?|a pourvoir|d'actualite)
        (?:recrutement|processus) (?:est|etant|a ete|soit) (?:desormais |deja )?(?:finalise|
            pourvu)
        equipe ~ (?:est|deja) (?:deja )?au complet
        nous avons (?:deja )?(?:trouve|pourvu) (?:la personne|le poste|notre)
        tous (?:ete )?attribues
    """),
    Reason.POSITION_CANCELLED: listed(r"""
        (?:<post>|appel|projet|ouverture|procedure) ~ (?:annulee?|supprimee?|abandonnee?|retiree?|
            infructueux|sans suite par|n'existe(?:ra)? (?:donc )?(?:plus|pas)|n'est plus ouvert|
            suspendu*)
        (?:supprimer|annuler|fermer) ~ (?:poste|recrutement|offre)
        (?:ne pas|plus) (?:pourvoir|remplacer|donner suite a ce recrutement)
        ne recherchons plus
        faute de financement
        annule sa demande
    """),
    Reason.HIRING_FREEZE: listed(r"""
        gel (?:des|d'|de toutes les|du) ?(?:embauche*|recrutement*)
        geler ~ (?:recrutement*|embauche*)
        (?:embauches?|recrutements?) ~ (?:suspendu*|geles?|gelees?|a l'arret|en pause|interrompu*)
        (?:restrictions|contraintes) budgetaires
        moratoire
        ferme(?:r)? tous nos recrutements
        plus a aucun recrutement
    """),
    Reason.NO_VACANCY: listed(r"""
        (?:n'avons|n'ai|n'a|n'y a|ne disposons) (?:\w+ ){0,2}(?:aucune?|pas de|
            pas d') ?(?:\w+ ){0,2}(?:poste|besoin|ouverture|offre|opportunite|place|mission)s?
        aucun(?:e)? (?:poste|mission|ouverture|vacance|besoin|offre|place|
            recrutement) ~ (?:vacante?|disponible|pourvoir|ouverte?|correspond*|repourvoir|
            declaree?|prevu)
        ne recrutons (?:pas|plus|personne)
        (?:ne|n') ?(?:prenons|accueillons|accueille|recherche) (?:pas|plus) ~ (?:stagiaire*|
            alternant*|benevole*|actuellement)
        pas de recrutement prevu
        effectifs (?:sont )?~ (?:au complet|complets)
        ne peut pas accueillir
        rien (?:d'ouvert|a vous proposer)
        pas de besoin
        (?:pas|aucun) (?:de )?postes? (?:a vous proposer|disponible|vacant|ouvert)
    """),
    Reason.OVERQUALIFIED: listed(r"""
        surqualifie*
        trop (?:qualifiee?|senior|diplomee?)
        depasse (?:largement )?le (?:cadre|niveau)
        vous (?:vous )?ennuy*
        en deca de ce que vous
    """),
    Reason.WORK_AUTHORISATION: listed(r"""
        <not> ~ (?:titre de sejour|permis de travail|autorisation de travail|visas?)
        (?:titre de sejour|permis de travail|autorisation de travail|permis d'etudes) ~ (?:pas|
            incertaine)
        (?:reserve aux ressortissants|exige la nationalite)
        parraine pas
    """),
    Reason.LOCATION: listed(r"""
        trop (?:eloignee?|loin) de (?:notre|nos|la|l'|le) ?(?:site|locaux|agence|bureau*|
            entreprise|lieu)
        (?:lieu de residence|domicile|trajet|distance) ~ trop (?:eloigne*|longu?e?|importante?|
            loin)
        (?:teletravail|remote) ~ (?:pas|hors)
        (?:que|uniquement) ~ (?:habitant|domicilie*|residant)
        pas mobile
        sans vehicule
        vous habitez (?:trop )?loin
        habite sur place
    """),
    Reason.SALARY: listed(r"""
        (?:pretentions?|attentes?|remuneration|salaires?|tjm|package|tarif) ~ (?:depass*|au-dela|
            trop|excede*|superieure?s?|hors|ne rentrent pas|important)
        (?:aligner|accord) sur (?:la remuneration|le salaire|vos pretentions|le fixe)
        ecart ~ salaire
        vos pretentions ~ (?:pas|ni)
        ni ~ vos pretentions
    """),
    Reason.AVAILABILITY: listed(r"""
        (?:votre|ton|vos|tes) (?:date de )?(?:disponibilite|disponibilites|preavis|dates|
            rythme) ~ (?:ne|n'|trop|est de|incompatible)
        rythme d'alternance ~ pas
        alors que votre preavis
        vous ne pouvez pas travailler
        (?:n'es|n'etes) (?:dispo*|libre) qu
        ni votre preavis
        horaires ~ (?:pas|ecartez)
        (?:duree|mi-temps) ~ (?:trop courte|ne suffit pas)
    """),
    Reason.LANGUAGE: listed(r"""
        (?:niveau|maitrise) ~ <tongue> ~ (?:pas|insuffisan*|trop|n'est)
        <tongue> ~ (?:pas encore votre cas|n'est pas atteint|obstacle|ne l'a pas demontre|
            insuffisan*)
        (?:sans|pas parler|manque) (?:l'|d'|le |la )?<tongue>
        langue ~ (?:obstacle|insuffisan*)
    """),
    Reason.QUALIFICATION: listed(r"""
        (?:diplome|habilitation|certification|permis c|permis b|caces|bafa|
            licence professionnelle|formation) ~ (?:fait defaut|ne l'avez|n'avez pas|
            pas fait l'objet|en son absence|vous n'|ne figure pas|ne permet pas)
        (?:n'etes|n'es|ne detenez|ne possedez|n'avez) (?:pas|ni) ~ (?:titulaire|diplome|
            habilitation|permis [a-z]\b|certifi*|titre requis)
        sans diplome
        ne remplissez pas les conditions
        pas admissible
        requiert un bac ?\+ ?0 ~ alors que
    """),
    Reason.EXPERIENCE: listed(r"""
        (?:votre|ton) (?:peu d')?experience ~ (?:insuffisan*|trop (?:recente|courte|juste|limitee|
            junior)|limitee|pas suffisan*|n'est pas|ne (?:permet|correspond|repond))
        (?:manque|manquent|faute|defaut) ~ (?:d'|une premiere |d'une )experience
        trop (?:juniors?|debutante?s?)
        (?:cherchons|recherchons|souhaitons|besoin) ~ (?:davantage d'|plus d'|plus )(?:experience|
            experimente*|annees)
        (?:n'avez|n'aviez|n'as) (?:pas encore|jamais) (?:exerce|travaille|pratique|encadre)
        (?:ans|annees) de pratique ~ n'avez pas
        pas (?:assez|suffisamment) (?:d'experience|experimente*)
        manquez (?:encore )?(?:de pratique|d'experience)
        ni ~ l'(?:anciennete|experience)
        ayez deja travaille
        competences et (?:votre )?experience sont insuffisantes
    """),
    Reason.SKILLS: listed(r"""
        (?:vos|tes|les) (?:competences|connaissances) ~ (?:pas (?:encore )?(?:assez|suffisan*|
            celles)|insuffisan*|ne couvrent pas|n'ont pas)
        ne correspond(?:ent)? pas ~ (?:aux|a nos|les) (?:\w+ )?competences
        lacunes
        (?:maitrise|niveau en) (?!~ <tongue>)~ (?:n'apparait pas|ne correspond|pas celui|
            n'y est pas)
        (?:ne maitrisez|ne maitrises) pas
        il (?:vous|te) manque ~ (?:la pratique|la maitrise|des competences|les competences|
            des connaissances)
        manque de competences?
        n'a pas atteint le niveau
        (?:code rendu|test|exercice) ~ (?:manquait|insuffisan*)
        niveau en ~ n'y est pas
    """),
    Reason.CULTURE_FIT: listed(r"""
        (?:notre|la) culture ~ (?:pas|rejoi*)
        valeurs ~ (?:pas|eloigne*|differ*)
        eloigne ~ valeurs
        facon de travailler ~ (?:conviendrait|pas|differ*)
        alchimie
        feeling ~ pas
        (?:personnalite|style) ~ (?:pas ~ compatible|eloigne*)
        peu a l'aise dans
    """),
    Reason.PROFILE: listed(r"""
        (?:profil|candidature|parcours|dossier|cv|formation|experiences?) ~ (?:ne|
            n') ?(?:correspond|repond|rempli|coincid|satisfai|cadr|rencontr|coll|accord|present|
            s'accord|rejoin|inscri)\w* ~ (?:pas|aucun*)?
        pas (?:totalement |pleinement |assez |vraiment )?(?:en adequation|en phase|proche de|
            adaptee?)
        adequation ~ (?:pas suffisan*|insuffisan*)
        profil (?:sensiblement )?different
        (?:ne|n') ?(?:repondez|remplissez|rentres|correspondez|satisfaites) pas ~ (?:criteres|
            exigences|attentes|profil|moule)
        (?:matching|correspondance) ~ insuffisan*
        pas trouve de correspondance
        s'eloigne de ce que
        ne correspond(?:ent|ait)? (?:pas|malheureusement)
        autre type de (?:parcours|profil)
    """),
    Reason.OTHER: listed(r"""
        (?:parvenue?|recue?) apres la (?:date limite|cloture)
        dossier ~ incomplet
        ne vous etes pas presente
        faute de reponse de votre part
        deja postule ~ (?:moins de|reglement)
        hors delai
        references ~ ne (?:nous )?permettent pas
        casier judiciaire
        age minimum
    """),
}

FRENCH = Tongue(
    words=WORDS,
    reasons=REASONS,
    hypothetical=listed(r"""
        ^(?:si|lorsque|des que|au cas|en cas|sans (?:reponse|nouvelle|retour|appel)|meme si)
        (?:des que|qu'a defaut|a votre demande)
        pas forcement
        (?:si|sans) (?:un |une |vous |nouvelle|reponse|retour|votre (?:profil|candidature))
        (?:futur|prochaine?|autre)s? (?:poste|opportunite|offre)s? ~ (?:correspond*|profil)
    """),
    interviewed=listed(r"""
        (?:suite a|apres|lors de|depuis|pour|issue de) (?:\w+ )?(?:notre|votre|ton|nos|vos|l'|cet|
            les|des) ?(?:\w+ )?(?:entretiens?|echanges?|rencontres?|rendez-vous|discussions?|
            entrevues?|visio)
        (?:merci|remerci\w+|plaisir|ravie?s?|heureu\w+|apprecie) ~ (?:rencontre*|echange*|
            entretien|deplace*|accorde lors|venir|venue|entrevue)
        (?:votre|ton) (?:entretien|entrevue|etude de cas)
        vous avoir (?:rencontree?|recue?)
        (?:nous|que) (?:avons|avez) (?:eu )?(?:le plaisir de )?(?:echange|rencontre)
        temps que vous nous avez
    """),
    feedback_offered=listed(r"""
        (?:si vous|n'hesitez pas|restons|reste|volontiers|disposition) ~ (?:retour|feedback|
            explications|precisions|echanger sur (?:cette|notre) decision)
        (?:retour|feedback|debrief*) ~ (?:volontiers|possible|disposition|demande)
    """),
    feedback_declined=listed(r"""
        (?:ne|n') ?(?:pouvons|sommes|serons|pourrons|est|peux) ~ (?:retour|reponse|feedback|
            motif*) (?:individu*|personnalise*|detaille*|plus)
        pas de (?:retour|feedback) (?:individuel|personnalise)
        (?:retour|feedback) ~ (?:impossible|pas possible)
    """),
    no_answer=listed(r"""
        (?:ne pas|merci de ne pas|pas) (?:y )?repondre
        adresse ~ (?:pas|n'est pas) (?:consultee|lue|relevee)
        message (?:est )?(?:genere |envoye )?automatique*(?: ~ pas)
    """),
    company=listed(r"""
        \bchez
        \bau sein (?:de |du |d['’]|de l['’])(?:la (?:société|start-up|maison) |la |l['’]|groupe |
            l['’]entreprise )?
        (?:intérêt|interet)(?: que vous (?:portez|avez porté|manifestez))?,? (?:pour|à|
            a) (?:la société |l['’]entreprise |le groupe |la |le |l['’])?
        (?:rejoindre|intégrer) (?:la société |les équipes (?:de |d['’])|l['’]équipe (?:de |d['’])|
            le groupe |la |l['’])?
        (?:candidature|postulé|candidaté) (?:chez|à la|auprès de|à l['’])
        l['’][ée]quipe (?:de |recrutement |recrutement de |RH |RH de |d['’]|du )?
        (?:service|direction|département) (?:RH|recrutement|des ressources humaines)(?: de|,|
             d['’])?
        (?:notre société|la société|l['’]entreprise|confiance (?:à|en)) (?:société )?
        candidature [-–—]
    """),
    role_common=listed(r"""
        poste (?:de |d['’])(?P<role>[^\n]{3,120})
    """),
    role=listed(r"""
        (?:poste|offre|alternance|stage|
            concours) (?:[-–—:] )?(?P<role>(?-i:[A-ZÉÈÀÔÎ])[^\n]{2,100})
        (?:poste|emploi|offre|fonction|stage|alternance|mission|rôle|
            annonce)(?: d['’]emploi)?(?: à pourvoir)? (?:de |d['’]|du |en tant que |
            : )(?P<role>[^\n]{3,120})
        (?:poste|offre|annonce|stage|alternance) (?=[«\"“])(?P<role>[^\n]{3,120})
        (?:en tant que|en qualité de|comme) (?P<role>[^\n]{3,120})
        candidature (?:de |au titre de |pour |en )(?P<role>[^\n]{3,120})
    """),
    role_loose=listed(r"""
        candidature (?:[-–—:] )?(?P<role>[^\n]{3,100})
    """),
    formal=r"""(?i:\b(?:vous|votre|vos)\b)""",
    informal=r"""(?i:\b(?:tu|te|ton|ta|tes|toi)\b|\bt['’])""",
)
