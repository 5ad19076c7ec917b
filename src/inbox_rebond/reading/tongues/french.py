"""French phrases. The notation is explained in tongue.py."""

from __future__ import annotations

from inbox_rebond.reading.tongue import Tongue, listed
from inbox_rebond.reading.tongues.french_reasons import REASONS, WORDS

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
        (?:recrutement|entretien|processus|candidature|sélection) (?:pour |d['’]une? |
            d['’]un\(e\) |de |au poste de |
            concernant l['’]annonce )?(?P<role>(?-i:[A-ZÉÈÀÔÎ])[^\n]{3,100})
        (?:recrutement|candidature|offre|annonce|concours) (?=[«\"“])(?P<role>[^\n]{3,100})
        (?:poste|offre|emploi|intitulé)\s*: (?P<role>[^\n]{3,100})
        candidature (?:[-–—:] )?(?P<role>[^\n]{3,100})
    """),
    formal=r"""(?i:\b(?:vous|votre|vos)\b)""",
    informal=r"""(?i:\b(?:tu|te|ton|ta|tes|toi)\b|\bt['’])""",
    role_ends=(
        r"chez|à|au sein|ne|qui|est|sera|ouverte?|basée?|dans|pour|nous|vous|sur|a|et (?:nous|"
        r"vous|je|de|du|pour|avons|l['’]|la|le|les)\b|en (?:CDI|CDD|alternance|ligne|date|"
        r"question|région|référence)|avec|le (?=\d|lundi|mardi|mercredi|jeudi|vendredi)|"
        r"du (?=\d)|publiée?|proposée?|au (?=[A-ZÉ])|que|dont|ont|par|afin"
    ),
)
