"""English reasons that are about the person. The notation is explained in tongue.py."""

from __future__ import annotations

from inbox_rebond.domain import Reason
from inbox_rebond.reading.tongue import listed

ABOUT_THE_PERSON = {
    Reason.SKILLS: listed(r"""
        (?:you|your application|your cv|your resume) <isnot> ~ (?:have|show|demonstrate|
            evidence) ~ (?:skills?|knowledge|proficien*)
        you lack ~ skills?
        your (?!(?:\w+ )?language)(?:\w+ ){0,3}skills?(?: and (?:\w+ ){0,2}experience|
            set)? (?:<isnot>|fall short)
        your (?:experience and )?skill ?set <isnot>
        required skills (?:not|were not)
        your (?:coding|technical|take-home|portfolio|presentation|test|exercise) ~ (?:did not|
            didn't) ~ (?:show|demonstrate|meet|reach)
        your (?:answers|knowledge) ~ (?:lacked|not)
        (?:was|were|is|are) not strong enough
        <need> ~ <tool> ~ <lacking>
        <need> ~ (?:skills|knowledge|command of|proficiency|can already) ~ <lacking>
        <need> (?:\w+ )?(?:stronger|better|more advanced|deeper) (?:\w+ ){0,2}(?:skills|knowledge|
            command)
        (?:<not>|<lacking>) ~ (?:worked with|used|experience with|experience in|
            know) (?:\w+ )?<tool>
        <tool> ~ (?:is missing|was missing|not strong|not enough|where we need it)
        (?:skills?|knowledge|command) ~ (?:not matching|(?:is|are|was|were) missing|lacking|below)
        gaps in
        typing speed
        (?:haven't|have not) (?:yet )?used
        you would struggle
    """),
    Reason.EXPERIENCE: listed(r"""
        (?:you|your application|your cv|your resume|your profile) <isnot> ~ (?:have|show|
            demonstrate|evidence|had) ~ (?:experience|years|exposure)
        you (?:lack|lacked|have limited) ~ experience
        (?:lack of|insufficient|limited) ~ experience
        (?:looking for|hoping for|need|wants?|prefer) (?:\w+ ){0,3}with (?:more|at least|greater|
            several) ~ (?:experience|years)
        your (?:\w+ ){0,2}experience (?:<isnot>|is mainly|falls short|is (?:still )?(?:a little |
            a bit )?too)
        your (?:skills|qualifications) and experience <isnot>
        more (?:\w+ ){0,2}experience than (?:you|your)
        you(?:'d| would) need (?:a few )?more years
        (?:as )?you (?:have|'ve) not (?:yet )?(?:worked|led|done|run)
        (?:two|experience) ~ was not met
        experience ~ (?:required|needed) ~ <not>
        <need> ~ (?:experience(?! \w+ (?:\w+ )?<tool>)|years|exposure|already|has (?:run|led|
            managed|done|worked|cooked)) ~ <lacking>
        (?:hoping for|need|wanted|looking for|after) (?:somebody|someone|a person) (?:who has|who's|
            with) ~ (?:run|led|managed|done|worked|before|years)
        you(?:'ve| have|'d| had)?(?: not| never|n't)(?: yet)? (?:had|done|worked|led|run|managed|
            been) (?:\w+ ){0,3}(?:enough|much|any|exposure|experience|years|in an?|as an?)
        <not> ~ (?:enough|sufficient|the required|the relevant|
            the necessary) (?:\w+ ){0,2}(?:experience|exposure)
        your (?:\w+ ){0,3}(?:experience|track record|teaching record|record) (?:is|was) (?:still |
            not |rather |a little |a bit |yet |too )+(?:short|long|limited|enough|junior|thin)
        (?:too|a little|a bit|still) (?:junior|early in your career|inexperienced)
        (?:required|relevant|necessary) experience (?:for this|is|was) (?:missing|lacking|not|
            requirement and)
        <not> have (?:the |any |enough |sufficient )*(?:required |relevant |necessary |
            right )*experience
        <people> (?:with|who have|who've) more (?:years|experience)
        more years of experience
        years of experience (?:is|are|was|were)(?: not|n't)
    """),
    Reason.QUALIFICATION: listed(r"""
        (?:you|your|not|n't|no|without) ~ (?:<not>|no|without|required|mandatory) ~ (?:degree|
            diploma|licen[cs]e|certificat*|registration|accreditation|gcse*|qts|
            professional qualification|nursing qualification)
        (?:degree|diploma|licen[cs]e|certificat*|registration|qualification) ~ (?:you (?:do not|
            don't) (?:have|hold)|was not held|not recogni[sz]ed|had not been)
        <not> (?:meet|possess|hold) the (?:minimum |required |entry )*(?:qualifications?|
            entry requirements?)
        qualifications? ~ <not> meet the (?:minimum|entry)
        <need> ~ (?:degree|diploma|licen[cs]e|certificat*|qualification|registration) ~ <lacking>
        <not> ~ <fit> (?:for|with|to) your qualifications
        (?:condition|requirement) ~ (?:is|was) to be ~ (?:student|enrolled|graduate|registered)
        (?:must|have to|need to|required to) be (?:\w+ ){0,3}(?:a student|enrolled|studying|
            licensed|chartered|registered)
        without (?:a |the |an |your )?(?:\w+ ){0,2}(?:degree|diploma|licen[cs]e|qualification|qts|
            certificat*|registration|ticket)
        (?:marks|grades|gpa) ~ (?:below|under|cut-off)
        neither the (?:degree|diploma|licen[cs]e|certificat*|qualification)
        only ~ (?:chartered|licensed|registered|qualified) ~ (?:can be|are) (?:appointed|considered)
    """),
    Reason.LANGUAGE: listed(r"""
        (?:your|the) (?:spoken |written |level of )?(?:<tongue>|language skills?) ~ (?:<not>|
            falls? short|insufficient|below|under)
        (?:requires?|demands?|needs?|need) ~ (?:fluent|native|native-level) ~ (?:<not>|unable)
        (?:<not>|without) ~ (?:speak|fluent|fluency in|speaker) ~ <tongue>
        without <tongue>
        <need> ~ <tongue> ~ <lacking>
        (?:fluent|conversational|native|good|business) <tongue> is (?:a must|essential|required|
            needed)
        <not> (?:have|speak) (?:the |enough |any )?<tongue>
        your <tongue> (?:would not|wouldn't|could not|is not|isn't|was not|wasn't|needs)
        without (?:either|the|conversational|fluent|good) (?:language|<tongue>)
        (?:ielts|toefl|toeic|test in (?:written |spoken )?<tongue>) ~ (?:under|below|not)
        (?:in|gaps in) ~ and <tongue>
        <tongue> ~ (?:and|but) (?:at the moment )?you have neither
    """),
    Reason.CULTURE_FIT: listed(r"""
        cultur(?:e|al) (?:fit|match)
        <not> ~ (?:right )?fit (?:for|in|into|in with) (?:our|the|with the) (?:existing )?team
        values ~ <not> (?:line up|align|match)
        <not> ~ (?:our|your|the) values
        the chemistry (?:(?:was|is) ?(?:not|n't)|just)
        didn't see you in this team
        way of working ~ (?:closer|different|differs)
        (?:<not>|wasn't convinced) ~ (?:thrive|settle|gel|feel at home)
        you(?:'d| would) be happier in
        fit (?:was|is|were)(?: not|n't) right
        <not> ~ the fit was right
    """),
    Reason.OVERQUALIFIED: listed(r"""
        over-?qualified
        (?:too|more) senior (?:for|than)
        far too much experience
        your (?:experience|background|seniority) ~ (?:well beyond|exceeds?|far beyond)
        you (?:would|might) (?:soon )?be bored
        you exceed the experience
        more senior than
        your seniority ~ (?:hold|bore|not|n't)
        more than we need
        hold your interest
        well past that
        at the start of their career
    """),
    Reason.LOCATION: listed(r"""
        <not> ~ (?:relocate|commut*|based in|located in|live in|hiring in the country)
        (?:only|looking for) ~ (?:people|candidates|
            applicants) (?:who )?(?:are )?(?:already )?(?:live|living|based|located|reside)
        (?:too far (?:for you|from (?:us|our|the (?:site|office)))|outside the area|hours? away)
        commuting distance
        (?:cannot|can't|not) be done remotely
        you(?:'re| are) (?:based|located) (?:abroad|in|too) ~ (?:<not>|unable)
        distance ~ too (?:great|far|long)
        no (?:legal )?entity where you
        <need> ~ (?:live|living|based|on site|on-site|local) ~ (?:<lacking>|you can't|you cannot)
        your (?:drive|commute|journey) ~ (?:too|long)
        you(?:'re| are) based (?:abroad|too far|outside)
        (?:where|seen where) you live
        (?:able|willing) to (?:work|be) (?:on site|on-site|in the office) ~ <lacking>
        (?:looking for|need|prefer|wanted) (?:someone|somebody|candidates|people|
            applicants) (?:who (?:is|are) )?(?:\w+ )?(?:local|locally|nearby)
    """),
    Reason.WORK_AUTHORISATION: listed(r"""
        (?:<not>|no) ~ sponsor*
        sponsor* ~ (?:<not>|said no|no longer)
        (?:<not>|lack) ~ (?:right to work|authori[sz](?:ed|ation) to work|work permit|visa)
        your work(?:ing)? (?:permit|visa)
        only ~ work authori[sz]ation
        <not> ~ security clearance
        security clearance ~ <not>
        (?:your|work|student) (?:permit|visa) ~ (?:<not>|only)
        nationality (?:rules|requirements?)
        without (?:\w+ ){0,5}(?:visa|right to work|work permit|work authori[sz]ation)
        (?:meet|have) the right-to-work
        right[- ]to[- ]work (?:requirement|check)
        would need a visa
    """),
    Reason.AVAILABILITY: listed(r"""
        notice period ~ (?:long*|not|too|days)
        (?:you|your) ~ (?:can't|cannot|not|unable) ~ (?:start|begin|work weekends|work nights)
        your (?:availability|dates|hours) ~ (?:<not>|don't)
        months' notice was too long
        (?:as|since|because) you(?:'re| are) (?:not available|not free|only (?:available|looking))
        <need> ~ (?:full[- ]time|weekends?|nights|evenings|shifts|hours|months) ~ (?:<lacking>|
            you're only|you are only|allows you)
        (?:hours|days|shifts) (?:that )?you can (?:do|work) (?:don't|do not)
        you(?:'re| are)? (?:only (?:free|available|looking)|(?:free|available|looking) only)
        without (?:\w+ ){0,3}(?:nights|weekends|evenings|mornings)
        you (?:didn't|did not|don't|do not) have any (?:mornings|evenings|days|afternoons)
        out of the question for you
        (?:need|needs) (?:somebody|someone) (?:who can |to )?(?:full[- ]time|work weekends|
            work nights|work evenings|start (?:now|immediately))
        away all
    """),
    Reason.SALARY: listed(r"""
        (?:salary|pay|rate|compensation|package|figure|fee|ctc) ~ (?:above|beyond|exceed*|higher|
            over|more than|out of|too far|not matching|outside)
        too far apart on (?:salary|pay|money)
        (?:over|beyond|outside) (?:our|the) budget
        (?:can't|cannot|not|unable to) (?:meet|match|afford) ~ (?:figure|salary|expectation*|rate)
        gap between ~ (?:package|salary|expect*|pay)
        your (?:number|figure|rate|present pay|current salary|day rate|terms) (?:does|doesn't|is|
            isn't|are|would)
        (?:asking|asked) for (?:is|was|were) (?:over|above|beyond)
        dearer than
        (?:<not>|no way|can't) ~ (?:accept|match|meet|near|afford|stretch to|come near) ~ (?:salary|
            pay|rate|expectations|minimum of the grade)
        under your rate
    """),
    Reason.PROFILE: listed(r"""
        (?:your|a) (?:profile|background|application|cv|resume|qualifications?|
            candidacy) (?:\w+ ){0,2}?<isnot> ~ (?:<fit>|what we|meet)
        <not> (?:feel|believe|think|consider|see|find|found) ~ <fit>(?! ~ team)
        (?:it|there|you|this|that) <isnot> (?:a|the|an) ~ (?:match|fit)
        (?:it|role|position) is not (?:quite )?(?:suitable|right) for
        not see you in this position
        you(?:'re| are) not (?:a|the|quite) ~ <fit>
        <not> meet (?:the|our|all) (?:\w+ ){0,2}(?:criteria|requirements)(?! for the degree)
        <not> (?:a|the) (?:strong |good |right |perfect |sufficient |suitable )*(?:match|
            fit) (?:for|with|to|between)
        you(?:'re| are) not what we
        not a match
        profile is not (?:matching|suitable)
        outside the scope
        <not> (?:sufficiently |fully )?(?:meet|met) (?:the|our|all) (?:\w+ ){0,2}(?:criteria|
            standard|requirements)(?! for the degree)
        <not> feel there(?:'s| is) a match
        <not> find (?:one|anything|a role) that suits
        (?:too far|far) from those of
        background is not
    """),
}
