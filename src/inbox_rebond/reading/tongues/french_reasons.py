"""French reasons and the words in them. The notation is explained in tongue.py."""

from __future__ import annotations

from inbox_rebond.domain import Reason
from inbox_rebond.reading.tongue import listed, named
from inbox_rebond.reading.tongues.french_person import ABOUT_THE_PERSON

WORDS = named(r"""
    people = candidat(?:e|s|es|ure|ures)?|profils?|personnes?|postulant(?:e|s|es)?|dossiers?|
        etudiant(?:e|s|es)?|apprentie?s?|collegues?|finalistes?|agents?|consultant(?:e|s)?
    other = autres?|differents?
    post = poste|emploi|offre|mission|place|recrutement|stage|alternance|role|annonce|vacance|
        postes|places|missions|emplois|concours
    not = ne|n'|pas|sans|aucune?|manque|manquent|insuffisante?s?
    chose = retenue?s?|choisie?s?|choisi|choix|prefere*|privilegie*|opte|selectionne*|porte|
        poursuiv*|avancons|continuer|preference|decide*|engage*|offert|confie*|attribue*|partis
    need = cherch\w+|recherch\w+|besoin|exige\w*|requiert|demande|necessite|faut|attendions|
        souhaitions|indispensable|imperati\w*
    lacking = (?:vous |tu |l'|en |y )*(?:n'\w+|ne \w+) (?:pas|ni|encore|jamais)|pas encore|
        fait defaut|n'y (?:figure|apparait)|manque
    tool = kubernetes|docker|python|java|javascript|typescript|react|angular|sql|excel|sap|aws|
        azure|salesforce|autocad|spark|linux|php|symfony|django|photoshop|figma|sage
    tongue = anglais|francais|allemand|espagnol|italien|neerlandais|portugais|bilinguisme|arabe|
        chinois|langue des signes
""")

REASONS = {
    **ABOUT_THE_PERSON,
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
        (?:autre|autres) (?:candidat\w*|profils?|personnes?) ~ (?:correspond\w*|repond\w*|prefere|
            place|classe|en avance)
        nous (?:avons|sommes) (?:\w+ )?(?:fait le choix|partis|decide|
            pris la decision) ~ (?:une autre|un autre|d'autres)
        (?:recrute|embauche|engage|signe avec|prefere) (?:un|une|le|la) (?:autre|candidat\w*|
            personne)
        (?:reten(?:ir|u\w*)|choisi\w*|accueill\w+|propose|classe|positionne|confie\w*|offre a|ira|
            iront|c'est|ce fut|faveur|conduits?|tranche|recrute) ~ (?:une?|d'|l'|deux|
            trois) ?autres?\b(?! (?:poste|offre|opportunite|piste|mission|domaine|region|jour|
            moment))
        (?:l'autre|une autre|un autre|d'autres)(?: \w+)? (?:l'a (?:remporte|emporte)|
            s'est demarque\w*|rejoindra|nous rejoindra|commence|a fait la difference|occupera)
        (?:<people>|certaines candidatures) ~ plus proches?
        (?:preference|priorite) (?:a|a ete) ~ (?:donnee|accordee) (?:a|aux)
        (?:donne|accorde) (?:la )?(?:preference|priorite) (?:a|aux)
        (?:la|une) (?:personne|candidate?) (?:finalement )?(?:retenue|classee|selectionnee|
            choisie)(?! pas)
        dont (?:vous ne faites|tu ne fais) pas partie
        (?:poursuiv\w+|continu\w+|avanc\w+) (?:\w+ )?avec (?:elles|eux|les (?:0|\w+) candidat\w*|
            ces)
        quelqu'un d'autre
        devancee? par
        ne s'est pas porte sur (?:vous|toi|votre|ta)
        en avons (?:choisi|retenu) (?:un|une|d')
        autre finaliste
        votre concurrent\w*
        (?:meilleurs|scores) ~ (?:plus eleves|resultats)
        opte pour une personne
        qui avait deja travaille chez nous
        la votre n'a pas ete la plus
    """),
    Reason.INTERNAL_CANDIDATE: listed(r"""
        en interne|a l'interne
        (?:mobilite|candidature|promotion|mutation|recrutement|candidat|solution) interne
        (?:collaborat\w+|salariee?|collegue) ~ (?:deja chez nous|du service|reclassement)
        membre du personnel
        promu quelqu'un
        (?:agent|stagiaire|salariee?|collegue|apprentie?|alternante?) (?:\w+ )?(?:actuel\w*|
            deja en poste|en place|en poste)
        voie de mutation
    """),
    Reason.POSITION_FILLED: listed(r"""
        <post> ~ (?:est|a|vient d'|ont|sont) ~ (?:pourvue?s?|repourvu|combles?|attribuee?s?|prise?)
        poste pourvu
        (?:n'est|n'etait) plus (?:disponible|libre|vacante?|a pourvoir|d'actualite)
        (?:recrutement|processus) (?:est|etant|a ete|soit) (?:desormais |deja )?(?:finalise|pourvu)
        equipe ~ (?:est|deja) (?:deja )?au complet
        nous avons (?:deja )?(?:trouve|pourvu) (?:la personne|le poste|notre)
        tous (?:ete )?attribues
        (?:a|ont) (?:deja |depuis |finalement |entre-temps )?ete pourvu\w*
        (?:c'est|est) deja (?:pris|prise|pourvu\w*|attribu\w*)
        (?:avons|ai) deja (?:tous|toutes|trouve) (?:nos|notre|les)
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
        (?:nous (?:avons|sommes)|direction a) ~ (?:annule\w*|suspendu|renonce|
            abandonne\w*) ~ (?:recrutement|poste|projet|procedure)
        (?:subvention|financement|budget) ~ (?:refuse\w*|pas obtenu\w*|non obtenu\w*)
        ne pouvons creer
    """),
    Reason.HIRING_FREEZE: listed(r"""
        gel (?:des|d'|de toutes les|du) ?(?:embauche*|recrutement*)
        geler ~ (?:recrutement*|embauche*)
        (?:embauches?|recrutements?) ~ (?:suspendu*|geles?|gelees?|a l'arret|en pause|interrompu*)
        (?:restrictions|contraintes) budgetaires
        moratoire
        ferme(?:r)? tous nos recrutements
        plus a aucun recrutement
        plus aucun (?:contrat|recrutement|embauche)
        (?:baisse d'activite|difficultes economiques|raisons? budgetaires?|motifs? budgetaires?|
            contexte economique)
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
        (?:faute|pas) de (?:place|poste|besoin)
        aucun (?:financement|budget|besoin|contrat) (?:de these|disponible|a vous|en cours|pour)
        (?:effectifs|capacites d'accueil) ~ ne (?:nous )?permettent pas
        pas de quoi embaucher
        (?:pas|ne) ~ en mesure d'(?:encadrer|accueillir)
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
        (?:inaptitude|inapte)
        n'ayant pas ete (?:effectue|complete|passe|rendu)
        (?:proches de salaries|lien de parente)
        ne comportait pas
        plus eligible
    """),
}
