"""English reasons and the words that they are made of. The notation is explained in tongue.py."""

from __future__ import annotations

from inbox_rebond.domain import Reason
from inbox_rebond.reading.tongue import listed, named

WORDS = named(r"""
    people = candidates?|applicants?|applications?|people|persons?|individuals?|profiles?|
        students?|finalists?|engineers?|developers?|freelancers?|somebody|someone
    other = other|another|others|different
    posts = positions?|roles?|posts?|jobs?|vacanc(?:y|ies)|openings?|opportunit(?:y|ies)|
        requisitions?|internships?|placements?|places|seats?
    not = not|\w+n't|cannot|unable|never
    isnot = (?:is|are|was|were|does|do|did|has|have|could)(?: not|n't)(?: quite| really| yet)?
    chose = chosen?|choose|chose|selected|select|decided|identified|found|pursue|pursuing|
        preferred|hired|appoint|appointed|appointment|finali[sz]ed|invited|taken|moved|offered|
        opted|retained|engaged|shortlisted|recommended
    go = go|going|gone|went|move|moving|moved|proceed|proceeding|proceeded|continue|continuing|
        continued|progress|progressing|forward|ahead
    fit = match*|fit|fits|suitable|suited|align*|correspond*|right
    tongue = english|french|german|spanish|italian|dutch|portuguese|polish|japanese|danish|welsh|
        arabic|chinese|mandarin|swedish|norwegian
""")

REASONS = {
    Reason.OTHER_CANDIDATE: listed(r"""
        <go> ~ with ~ (?:<other>|a few|those|stronger|more qualified) ~ <people>
        <go> ~ with (?:the )?(?:someone|somebody|<people>|another|others)
        <chose> ~ (?:<other>|a few other) ~ <people>
        (?:<chose>|focus*|progress*|preference|priority) ~ <people> (?:who|whose|that|
            with) ~ (?:more|better|closer|closely|stronger|best|most|nearer|higher|exactly)
        <people> (?:who|whose|whom|that) ~ (?:more|better|stronger) (?:closely|fully|directly|
            match*|fit*|suit*|align*|meet*|qualified|suitable|relevant|commensurate|in line)
        <people> (?:who|whose|whom|that|with) ~ (?:better|best|stronger|closer|more suitable|
            a better|a stronger|a closer|closest) ~ (?:fit|match*|align*|need*|require*|meet|
            skill*)
        (?:<other>|more qualified|better qualified|stronger) (?:<people>|others) ~ (?:<chose>|
            accept*|match*|considered|better|more|ahead|advanced|scored|preferred|taken)
        (?:you were|you are) not (?:the|among the) (?:most |best )(?:competitive|qualified|
            suitable)
        (?:very|highly|extremely|more) (?:competitive|strong) (?:pool|group|field) of <people>
        (?:someone|somebody) else
        the other (?:finalist|candidate)
        you (?:came|were|have been placed) second
        runner-up
        (?:our|the) second choice
        (?:offer*|given|gone|awarded|decided|decision|favour|favor) ~ (?:to|of|
            for) (?:the )?(?:another|other|different|first-placed) ~ <people>
        another (?:candidate|applicant|person) (?:was|has|had|is)
        (?:we|had) (?:had|have|a few) ~ other <people> ~ (?:better|more)
        choice ~ (?:fell|fallen) ~ (?:on|elsewhere)
        (?:gone|went) (?:with )?the other
        <people> ~ (?:has|have) been (?:offered|appointed|selected|hired)
        (?:offer*|given|gone) ~ to (?:someone|somebody|<people> (?:who|whose|ranked|from))
        found (?:someone|somebody|our new|the person|the right person)
        filled ~ (?:with|by) (?:an?|another) (?:other )?<people>
        stronger <people>
        (?:priority|preference) ~ to (?:other|<people>)
        others were (?:a step )?(?:ahead|closer)
        <people> who came closer
        (?:gone|going|went) for (?:someone|somebody|another)
        (?:selected|shortlisted) (?:the|those) ~ (?:more|nearest|closest|most)
    """),
    Reason.INTERNAL_CANDIDATE: listed(r"""
        (?:filled|fill|appoint*|recruit*) ~ internally
        internal (?:candidate|applicant|move|transfer|appointment|promotion|hire|colleague)
        promoted (?:from within|internally)
        one of our own (?:staff|team|employees)
        (?:existing|current|present) (?:employee|member of (?:staff|the team|our team)|trainee)
        already (?:working|employed) (?:at|for|with|here)
        a colleague ~ (?:taking|taken|took)
        redeploy*
    """),
    Reason.POSITION_FILLED: listed(r"""
        <posts> ~ (?:has|have|had|is|was|were|are)(?: now| already| since| just| recently|
             all)* (?:been )?(?:already |recently |now |successfully )?(?:filled|taken|allocated)
        (?:have|has|had) (?:\w+ ){0,2}filled (?:\w+ ){0,3}(?:<posts>|entry|all)
        (?:position|role|vacancy|post) filled
        (?:is|are|now) (?:fully staffed|at capacity)
        no longer (?:vacant|open|available|accepting applications)
        (?:intake ~ is full|team is (?:now )?complete)
        (?:extend*|made|make) (?:\w+ ){0,2}offers? ~ to a (?:candidate|applicant)
        filled by (?:another|an internal|a different)
        filled internally
    """),
    Reason.POSITION_CANCELLED: listed(r"""
        (?:<posts>|recruitment|requisition|competition|search|assignment|programme|
            program) ~ (?:cancell?ed|withdrawn|annulled|discontinued|closed without|
            no longer exists?|re-advertised|removed)
        (?:this|the) (?:position|role|requisition) (?:will not be|is not) moving (?:ahead|forward)
        no longer (?:recruiting|hiring|looking to fill|being recruited|exists)
        (?:decided|decision|going) (?:not to|against) (?:fill*|hir* any|hire anyone|appoint*|
            recruit*) ~ (?:<posts>|anyone|post)
        <go> ~ <not> (?:fill|hire anyone)
        no appointment (?:was|will be|has been) made
        (?:project|contract|funding) ~ (?:fell through|did not come through)
        (?:stopping|ending|discontinu*|cancell*) ~ (?:the|our) (?:recruitment|search|requisition)
    """),
    Reason.HIRING_FREEZE: listed(r"""
        (?:hiring|recruitment|recruiting|headcount) ~ (?:freeze|frozen|on hold|paused|suspended|
            stopped)
        (?:freeze|frozen|froze|paused|stopped|suspended|stop) ~ (?:hiring|hires|recruit*|
            headcount)
        (?:putting|put|placed) (?:this|the|all|our) (?:\w+ ){0,2}on hold
        (?:hiring|position|role|recruitment) ~ on hold
        budget (?:cuts?|constraints)
    """),
    Reason.NO_VACANCY: listed(r"""
        (?:do not|don't|not|n't) (?:currently |presently )?have (?:any|an|a) ~ (?:vacanc*|
            opening*|open position*|open role*|suitable position*|positions? available)
        (?:no|not any) (?:current |suitable |open |available |other )*(?:vacanc*|openings?|
            open positions?|positions? available|jobs going)
        (?:<not>|aren't) (?:currently |presently )?(?:recruiting|hiring)(?: at (?:present|
            the moment)| just now| right now| currently)
        speculative application ~ no
        no (?:funding for new|current requirement|suitable positions)
        (?:do not|don't) (?:offer|take|accept) ~ (?:interns|placements|trainees|internships)
        nothing ~ (?:available|open|on our books)
        not (?:currently )?hiring (?:at this time|now)
        <not> (?:looking for|take|taking) ~ (?:at the moment|at present|right now)
    """),
    Reason.OVERQUALIFIED: listed(r"""
        over-?qualified
        (?:too|more) senior (?:for|than)
        far too much experience
        your (?:experience|background|seniority) ~ (?:well beyond|exceeds?|far beyond)
        you (?:would|might) (?:soon )?be bored
        you exceed the experience
    """),
    Reason.WORK_AUTHORISATION: listed(r"""
        (?:<not>|no) ~ sponsor*
        sponsor* ~ (?:<not>|said no|no longer)
        (?:<not>|lack) ~ (?:right to work|authori[sz](?:ed|ation) to work|work permit|visa)
        your work(?:ing)? (?:permit|visa)
        only ~ work authori[sz]ation
        <not> ~ security clearance
        security clearance ~ <not>
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
    """),
    Reason.SALARY: listed(r"""
        (?:salary|pay|rate|compensation|package|figure|fee|ctc) ~ (?:above|beyond|exceed*|higher|
            over|more than|out of|too far|not matching|outside)
        too far apart on (?:salary|pay|money)
        (?:over|beyond|outside) (?:our|the) budget
        (?:can't|cannot|not|unable to) (?:meet|match|afford) ~ (?:figure|salary|expectation*|rate)
    """),
    Reason.AVAILABILITY: listed(r"""
        notice period ~ (?:long*|not|too|days)
        (?:you|your) ~ (?:can't|cannot|not|unable) ~ (?:start|begin|work weekends|work nights|
            before)
        your (?:availability|dates|hours) ~ (?:<not>|don't)
        months' notice was too long
        (?:as|since|because) you(?:'re| are) (?:not available|not free|only (?:available|looking))
    """),
    Reason.LANGUAGE: listed(r"""
        (?:your|the) (?:spoken |written |level of )?(?:<tongue>|language skills?) ~ (?:<not>|
            falls? short|insufficient|below|under)
        (?:requires?|demands?|needs?|need) ~ (?:fluent|native|native-level) ~ (?:<not>|unable)
        (?:<not>|without) ~ (?:speak|fluent|fluency in|speaker) ~ <tongue>
        without <tongue>
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
    """),
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
    """),
    Reason.CULTURE_FIT: listed(r"""
        cultur(?:e|al) (?:fit|match)
        <not> ~ (?:right )?fit (?:for|in|into|in with) (?:our|the|with the) (?:existing )?team
        values ~ <not> (?:line up|align|match)
        <not> ~ (?:our|your|the) values
        the chemistry (?:(?:was|is) ?(?:not|n't)|just)
        didn't see you in this team
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
    """),
    Reason.OTHER: listed(r"""
        (?:arrived|received|submitted|sent) ~ after the (?:closing|deadline)
        (?:application|statement) (?:was|is) incomplete
        did not (?:complete|attend|receive) ~ (?:assessment|interview|statement|deadline)
        (?:applied|application) within the (?:past|last)
        (?:not|n't) been able to reach you
        (?:background check|references) ~ (?:not|did not|raised|withdrawn)
        minimum age
    """),
}
