"""English reasons and the words in them. The notation is explained in tongue.py."""

from __future__ import annotations

from inbox_rebond.domain import Reason
from inbox_rebond.reading.tongue import listed, named
from inbox_rebond.reading.tongues.english_person import ABOUT_THE_PERSON

WORDS = named(r"""
    people = candidates?|applicants?|applications?|people|persons?|individuals?|profiles?|students?|
        finalists?|engineers?|developers?|freelancers?|somebody|someone
    other = other|another|others|different
    posts = positions?|roles?|posts?|jobs?|vacanc(?:y|ies)|openings?|opportunit(?:y|ies)|
        requisitions?|internships?|placements?|places|seats?
    not = not|\w+n't|cannot|unable|never
    need = needs?|needed|requires?|required|wants?|wanted|looking for|looked for|after|hoping for|
        seeking|demands?|prefer
    lacking = you (?:\w+ ){0,2}(?:not|lack|neither)|you(?:'ve)? ?(?:\w+ )?\w+n't|you(?:'ve)? never|
        we (?:did|do|could|can)(?: not|n't) (?:see|find)|missing|that's not you|none
    tool = kubernetes|docker|python|java|javascript|typescript|react|angular|sql|excel|sap|aws|
        azure|salesforce|cad|autocad|spark|linux|golang|rust|terraform|php|django|photoshop|figma|
        tableau
    isnot = (?:is|are|was|were|does|do|did|has|have|could)(?: not|n't)(?: quite| really| yet)?
    chose = chosen?|choose|chose|selected|select|decided|identified|found|pursue|pursuing|preferred|
        hired|appoint|appointed|appointment|finali[sz]ed|invited|taken|moved|offered|opted|retained|
        engaged|shortlisted|recommended
    go = go|going|gone|went|move|moving|moved|proceed|proceeding|proceeded|continue|continuing|
        continued|progress|progressing|forward|ahead
    fit = match*|fit|fits|suitable|suited|align*|correspond*|right
    tongue = english|french|german|spanish|italian|dutch|portuguese|polish|japanese|danish|welsh|
        arabic|chinese|mandarin|swedish|norwegian
""")

REASONS = {
    **ABOUT_THE_PERSON,
    Reason.OTHER_CANDIDATE: listed(r"""
        <go> ~ with ~ (?:<other>|a few|those|stronger|more qualified) ~ <people>
        <go> ~ with (?:the )?(?:someone|somebody|<people>|another|others)
        <chose> ~ (?:<other>|a few other) ~ <people>
        (?:<chose>|focus*|progress*|preference|priority) ~ <people> (?:who|whose|that|
            with) ~ (?:more|better|closer|closely|stronger|best|most|nearer|higher|exactly)
        <people> (?:who|whose|whom|that) ~ (?:more|better|stronger) (?:closely|fully|directly|
            match*|fit*|suit*|align*|meet*|qualified|suitable|relevant|commensurate|in line)
        <people> (?:who|whose|whom|that|with) ~ (?:better|best|stronger|closer|more suitable|
            a better|a stronger|a closer|closest) ~ (?:fit|match*|align*|need*|require*|meet|skill*)
        (?:<other>|more qualified|better qualified|stronger) (?:<people>|others) ~ (?:<chose>|
            accept*|match*|considered|better|more|ahead|advanced|scored|preferred|taken)
        (?:you were|you are) not (?:the|among the) (?:most |best )(?:competitive|qualified|suitable)
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
        <chose> (?:on )?(?:\w+ )?(?:others?|one|someone|somebody|a different|an applicant|
            a candidate)\b(?! of our)(?= (?:for|who|whose|that|person|candidate|applicant|with))
        (?:chose|choose|choosing|chosen|picked|taken|hired|gone with) ~ (?:different|
            other) (?:\w+ )?(?:person|<people>)
        a different (?:person|candidate|applicant)
        (?:offered|given|gave|went|gone|goes) (?:it |the \w+ |them )?to (?:a |an |the )?(?:other|
            girl|lad|lady|boy|man|woman|candidate|applicant|colleague)
        first choice (?:has )?accepted
        others (?:that|who|had|have|were|showed|scored) ~ (?:more|better|further|higher|stronger|
            ahead)
        <people> (?:demonstrated|showed|have shown|had|scored|presented) (?:\w+ )?(?:stronger|
            better|higher|more)
        (?:ranked|scored|rated|placed) (?:\w+ )?(?:<other>|others) ~ higher
        (?:one|some) of the (?:other )?(?:people|candidates|applicants) (?:we|i|you|on|
            in) ~ (?:\w+ )?(?:met|saw|after|taken|offer*|day)
        offer to (?:one of the|another|a different|the other)
        (?:other|those) <people> ~ higher
        (?:will be|is|are) joining us as
        others had more
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
        (?:offer*|given|gone|went|filled|fill|goes|go) ~ from (?:our|another) (?:own |
            \w+ )?(?:branch|department|office|site|team|company|organi[sz]ation)
        (?:taken over|covered) by (?:existing|current|our) (?:staff|team|colleagues)
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
        (?:we|client|they|company|team) ?(?:'ve|has|have|had) (?:\w+ ){0,2}filled (?:it|all|the|
            this|that|both|every)
        job's gone(?! to)
        (?:team|crew|course|cohort|programme|intake) is (?:now )?full
        (?:have|'ve|has) (?:now )?(?:got )?(?:our full|enough|all the) (?:\w+ ){0,2}(?:crew|team|
            volunteers|people|staff)
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
        (?:cancel*|withdraw*|annul*|close|closing|scrap*|shelv*) (?:this|the|
            our) (?:\w+ ){0,2}<posts>
        (?:procedure|selection|process|competition) ~ (?:annulled|cancelled|canceled|abandoned|
            terminated)
        (?:will not|won't) (?:be )?(?:run|running|making an appointment|recruit*|go ahead with)
        (?:restructur*|reorgani[sz]*) ~ <posts> ~ (?:no longer|removed|cut)
        (?:pulled|lost) (?:the|our|its) (?:budget|funding)
        external recruitment has been stopped
    """),
    Reason.HIRING_FREEZE: listed(r"""
        (?:hiring|recruitment|recruiting|headcount) ~ (?:freeze|frozen|on hold|paused|suspended|
            stopped)
        (?:freeze|frozen|froze|paused|stopped|suspended|stop) ~ (?:hiring|hires|recruit*|headcount)
        (?:putting|put|placed) (?:this|the|all|our) (?:\w+ ){0,2}on hold
        (?:hiring|position|role|recruitment) ~ on hold
        budget (?:cuts?|constraints)
        freeze on
        <not> (?:allowed|permitted) to (?:hire|recruit)
        no new (?:contracts|hires|appointments|recruitment)
        (?:budget|budgetary|cost) (?:freeze|reasons|restrictions|cuts)
    """),
    Reason.NO_VACANCY: listed(r"""
        (?:do not|don't|not|n't) (?:currently |presently )?have (?:any|an|a) ~ (?:vacanc*|opening*|
            open position*|open role*|suitable position*|positions? available)
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
        no (?:\w+ ){0,2}(?:position|vacancy|opening|role|work|places?|funded places|
            posts?) (?:to offer|open|for (?:you|another)|for the coming|at present|at the moment)
        (?:no|not) (?:\w+ ){0,2}work (?:in )?(?:for|to take)
        (?:aren't|are not|not) (?:currently |presently )?(?:looking for|taking on|recruiting|
            hiring) (?:anyone|anybody|new|staff|any)
        have none open
        our team is (?:currently |at present )?full
    """),
    Reason.OTHER: listed(r"""
        (?:arrived|received|submitted|sent) ~ after the (?:closing|deadline)
        (?:application|statement) (?:was|is) incomplete
        did not (?:complete|attend|receive) ~ (?:assessment|interview|statement|deadline)
        (?:applied|application) within the (?:past|last)
        (?:not|n't) been able to reach you
        (?:background check|references) ~ (?:not|did not|raised|withdrawn)
        minimum age
        <not> (?:eligible for rehire|clear you|employ close relatives)
        only (?:hold|have) one (?:live|open) application
        (?:haven't|have not) been able to reach you
        disqualified
        (?:obtained|found) during vetting
        limited (?:\w+ )?(?:bandwidth|capacity)
        (?:have|has|must) (?:to )?be (?:at least )?(?:sixteen|eighteen|0|0 years old)
    """),
}
