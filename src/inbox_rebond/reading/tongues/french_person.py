"""French reasons that are about the person. The notation is explained in tongue.py."""

from __future__ import annotations

from inbox_rebond.domain import Reason
from inbox_rebond.reading.tongue import listed

ABOUT_THE_PERSON = {
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
        <need> ~ (?:competences?|maitrise|connaissances?|<tool>) ~ <lacking>
        <lacking> ~ (?:competences? (?:techniques?|requises?|attendues?|necessaires?|recherchees?)|
            <tool>)
        ne correspond (?:pas|plus) (?:\w+ )?aux competences
        (?:competences?|connaissances?|bases) ~ (?:font defaut|manquent|trop (?:justes?|legeres?)|
            insuffisantes?|a renforcer)
        (?:niveau|test) (?:technique )?(?:est|etait|reste) (?:\w+ )?(?:insuffisant|en dessous|
            en deca)
        <need> ~ quelqu'un qui (?:sache|maitrise|connaisse)
        manque (?:la pratique|la maitrise) d
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
        (?:votre|ton|une) (?:\w+ )?experience (?:\w+ |\w+'\w+ ){0,6}(?:est|reste|etait|semble|
            parait) (?:\w+ ){0,3}(?:courte|juste|legere|limitee|mince|insuffisante|recente|jeune)
        <need> ~ (?:experience|annees|pratique|deja (?:exerce|travaille|dirige|encadre|
            gere)) ~ <lacking>
        (?:quelqu'un|une personne|un profil|candidat\w*) (?:qui a|ayant|qui ait|
            avec) (?:\w+ )?(?:davantage|plus) d'(?:experience|annees)
        (?:il|ce qui) (?:vous|te) manque ~ (?:experience|pratique|recul|bouteille)
        (?:peu|pas assez|manque) (?:d'annees|d'experience|de pratique|de recul)
        (?:encore|un peu|trop) (?:\w+ )?(?:junior|debutante?|jeune dans)
        <people> (?:\w+ )?(?:plus experimente\w*|dote\w* d'une experience)
        (?:debutez|debutes) (?:\w+ ){0,2}trop
    """),
    Reason.QUALIFICATION: listed(r"""
        (?:diplome|habilitation|certification|permis c|permis b|caces|bafa|licence professionnelle|
            formation) ~ (?:fait defaut|ne l'avez|n'avez pas|pas fait l'objet|en son absence|
            vous n'|ne figure pas|ne permet pas)
        (?:n'etes|n'es|ne detenez|ne possedez|n'avez) (?:pas|ni) ~ (?:titulaire|diplome|
            habilitation|permis [a-z]\b|certifi*|titre requis)
        sans diplome
        ne remplissez pas les conditions
        pas admissible
        requiert un bac ?\+ ?0 ~ alors que
        <need> ~ (?:diplome|titre|licence|master|permis|habilitation|certification|
            agrement) ~ <lacking>
        (?:votre|ton) (?:diplome|niveau d'etudes|formation) ~ (?:ne correspond pas|insuffisant|
            pas reconnu|inferieur)
        sans (?:le |la |votre |ce )?(?:permis|habilitation|agrement|titre|caces|certification)
        (?:caces|cfc|diplome|permis|titre|habilitation|licence) ~ (?:obligatoire|exige\w*|
            requis\w*) ~ (?:absence|ne figure|vous ne|n'avez)
        (?:conducteur|profil|candidat\w*|personne) (?:\w+ ){0,3}diplome\w* ~ (?:pas encore|
            n'etes pas)
    """),
    Reason.LANGUAGE: listed(r"""
        (?:niveau|maitrise) ~ <tongue> ~ (?:pas|insuffisan*|trop|n'est)
        <tongue> ~ (?:pas encore votre cas|n'est pas atteint|obstacle|ne l'a pas demontre|
            insuffisan*)
        (?:sans|pas parler|manque) (?:l'|d'|le |la )?<tongue>
        langue ~ (?:obstacle|insuffisan*)
        <need> ~ <tongue> ~ (?:<lacking>|votre niveau|ton niveau)
        <tongue> (?:courant|bilingue|niveau) ~ (?:pas|indispensable|exige|requis|imperati*)
        (?:votre|ton) <tongue> (?:n'est|ne|reste|est encore)
        maitrise de l'?<tongue> ~ (?:essentielle|indispensable|requise|imperative)
        maitrise de l'<tongue>
        langue des signes ~ ne
        (?:manque|manquent) (?:l'|le |la )<tongue>
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
        (?:pas|aucune?) ~ adhesion
        (?:rythme|ambiance|esprit|fonctionnement) ~ (?:pas|ne) ~ (?:cherch\w+|convien\w+|
            correspond\w*)
    """),
    Reason.OVERQUALIFIED: listed(r"""
        surqualifie*
        trop (?:qualifiee?|senior|diplomee?)
        depasse (?:largement )?le (?:cadre|niveau)
        vous (?:vous )?ennuy*
        en deca de ce que vous
        (?:au-dessus|au-dela) du niveau
        (?:vise|s'adresse a|destine a) (?:un|des) (?:debutant|etudiants?|jeune)\w* ~ (?:vous|deja)
        pas votre compte
    """),
    Reason.LOCATION: listed(r"""
        trop (?:eloignee?|loin) de (?:notre|nos|la|l'|le) ?(?:site|locaux|agence|bureau*|entreprise|
            lieu)
        (?:lieu de residence|domicile|trajet|distance) ~ trop (?:eloigne*|longu?e?|importante?|loin)
        (?:teletravail|remote) ~ (?:pas|hors)
        (?:que|uniquement) ~ (?:habitant|domicilie*|residant)
        pas mobile
        sans vehicule
        vous habitez (?:trop )?loin
        habite sur place
        <need> ~ (?:sur place|proximite|habite|resid\w+|sur site) ~ <lacking>
        (?:eloignement|distance) (?:geographique|domicile)
        (?:votre|ton) (?:eloignement|lieu de vie)
    """),
    Reason.WORK_AUTHORISATION: listed(r"""
        <not> ~ (?:titre de sejour|permis de travail|autorisation de travail|visas?)
        (?:titre de sejour|permis de travail|autorisation de travail|permis d'etudes) ~ (?:pas|
            incertaine)
        (?:reserve aux ressortissants|exige la nationalite)
        parraine pas
        (?:votre|ton) (?:permis|titre|autorisation) ~ (?:n'etant|n'est|pas encore) ~ (?:delivre\w*|
            valable|valide)
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
        <need> ~ (?:temps plein|week-ends?|soirs?|nuits?|immediatement|des maintenant|
            plus tot) ~ <lacking>
        (?:date de demarrage|prise de poste|periode de stage|calendrier|
            dates) ~ (?:ne (?:correspond|coincid|conv)\w*|incompatible\w*|trop tard*)
    """),
    Reason.SALARY: listed(r"""
        (?:pretentions?|attentes?|remuneration|salaires?|tjm|package|tarif) ~ (?:depass*|au-dela|
            trop|excede*|superieure?s?|hors|ne rentrent pas|important)
        (?:aligner|accord) sur (?:la remuneration|le salaire|vos pretentions|le fixe)
        ecart ~ salaire
        vos pretentions ~ (?:pas|ni)
        ni ~ vos pretentions
        (?:vos|tes|votre|ta) (?:pretentions?|attentes?|demande) (?:salariales?|financieres?|
            de salaire)
        (?:au-dela|au-dessus|hors) de notre (?:budget|enveloppe|grille)
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
        (?:profil|candidature|parcours) ~ (?:eloigne|different|en decalage) (?:de|du|des|avec)
        ne (?:correspond\w*|repond\w*|coincide\w*) pas (?:\w+ )?(?:a|aux|au|avec) ~ (?:recherch*|
            besoin*|attente*|profil*|poste*|critere*)
        (?:ne|n') ?(?:rejoint|rejoignent|s'inscrit|s'inscrivent) pas
        adequation ~ (?:pas|insuffisante)
        (?:aspirations?|projet|sujet|souhaits?|parcours) ~ (?:eloigne\w*|divergent)
        besoins et vos \w+ divergent
    """),
}
