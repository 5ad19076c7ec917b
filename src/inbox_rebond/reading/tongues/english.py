"""English phrases. The notation is explained in tongue.py."""

from __future__ import annotations

from inbox_rebond.reading.tongue import Tongue, listed
from inbox_rebond.reading.tongues.english_reasons import REASONS, WORDS

ENGLISH = Tongue(
    words=WORDS,
    reasons=REASONS,
    hypothetical=listed(r"""
        ^(?:if|should|once|when|in case)
        (?:if|should|when) (?:a|an|another|any|other|the right|new|something) ~ (?:opening|
            position|role|opportunit*|job|match|fit)
        please (?:note|be aware) that (?:only|if)
        (?:until|once|unless|whether) ~ (?:filled|closed|found)
        (?:no news|hear from us|hear back|heard from us) ~ (?:days|weeks|means?|consider)
        (?:applicants|candidates|those) who (?:do not|don't|did not) ~ not
        (?:might|may) (?:currently |still |also )?(?:fill|be no)
        may (?:have|be) (?:applied|filled)
        only (?:to )?(?:candidates|applicants|those) who (?:were|are|have)
    """),
    interviewed=listed(r"""
        (?:after|following|since|from|during|at|in) (?:\w+ ){0,3}(?:interview|conversation|
            phone call|phone screen|chat|discussions?|meeting|trial shift|assessment day|
            video call)(?= last| on| this| with| yesterday| and|,| we| the)
        (?:after|following|since) (?:our|your|the) (?:\w+ ){0,2}(?:interviews?|conversations?|
            call|chat|meeting)
        (?:pleasure|nice|great|lovely|good|enjoyed|thank you for|thanks for|delighted|
            enjoy) (?:to |it was )?(?:meet(?:ing)?|speak(?:ing)?|talk(?:ing)?|chat(?:ting)?|
            interview(?:ing)?|coming in|spending) (?:to |with )?(?:you|us|me|with|to|in|the)?
        (?:took|taking|take|taken|time|made|making) (?-i:the )?(?:time )?to (?:meet|speak|talk|chat|
            interview|come in|visit)(?: with| to)? (?:us|me|our|the|you)
        thank you for (?:attending|your interview|the interview|coming)
        thanks (?:very much |so much |again )?for (?:attending|coming (?:in|to)|meeting|
            your interview)
        you interviewed
        (?:when|since) we (?:met|spoke|talked)
        we (?:met|spoke|talked) (?:last|on|yesterday|with you)
        (?:un)?successful at interview
        having met you
        at the interview
        your interview (?:on|with|last|for)
        time you (?:spent|took) (?:interviewing|speaking|meeting|with us)
        second round
        final round
        your trial (?:shift|day)
    """),
    feedback_offered=listed(r"""
        (?:happy|glad|pleased|able|willing) to (?:give|provide|offer|share|discuss|
            send) (?:you )?(?:\w+ ){0,4}feedback
        (?:if you|should you) (?:would |'d )?(?:like|wish|want|require|need)(?: to (?:receive|
            have|get|obtain|request|discuss))? (?:\w+ ){0,3}feedback
        feedback (?:is|can be|will be) (?:available|provided|given|obtained|requested)
        (?:request|ask for|receive) (?:\w+ ){0,2}feedback ~ (?:contact|reply|email|call|write|
            please)
        (?:contact|reply|email|call|write|drop me) ~ (?:for|to receive|
            if you ~ ) (?:\w+ ){0,3}feedback
    """),
    feedback_declined=listed(r"""
        (?:unable|cannot|can't|can not|not able|not possible|not in a position|won't be able|
            regret ~ not|do not|don't|not) ~ (?:provide|give|offer|supply|share|send|
            enter) ~ (?:feedback|reasons|correspondence)
        (?:no|not|without) (?:\w+ ){0,2}(?:individual|specific|detailed|personal) feedback
        feedback (?:\w+ ){0,4}(?:cannot|can't|can not|is not|will not|won't) (?:be )?(?:provided|
            given|possible|offered|available)?
    """),
    no_answer=listed(r"""
        (?:do not|don't|please not|cannot) (?:\w+ ){0,2}(?:reply|respond|answer)
        (?:address|mailbox|inbox|account) (?:is )?(?:not|un)(?: being)? ?(?:monitored|attended|
            read)
        replies (?:to this \w+ )?(?:are|will|cannot|can not) (?:not|undeliverable|be)
        unattended
        unmonitored
    """),
    company=listed(r"""
        interest in (?:joining |working (?:at|for|with) |(?:career )?opportunities (?:at|with) |
            employment (?:at|with) |a (?:career|position|role|job) (?:at|with) |the |a )?
        appl(?:y|ying|ied) (?:to|with|at) (?-i:the )?
        application (?:to|with|at) (?-i:the )?
        (?:positions?|roles?|jobs?|openings?|opportunit(?:y|ies)|employment|careers?|internship|
            team|openings?|vacanc(?:y|ies)|opportunity|candidacy) (?:here )?(?:at|with|within|
            @) (?-i:the )?
        join(?:ing)? (?:the team at |us at |the )?
        (?:working|career|time|interviewing|recruiting|here|team|life|world|office) at (?-i:the )?
        \bat (?-i:the )?(?=(?-i:[A-Z]\S* (?:& )?[A-Z]))
        on behalf of (?-i:the )?(?:team at |everyone at )?
        considering (?:a (?:career|position) (?:at|with) )?
        (?:sent|submitted|forwarded|presented) to (?-i:the )?
        (?:greetings|offer|welcome) (?:from|to) (?-i:the )?
        interest (?:that )?(?:you have |you've )?(?:shown |expressed )?in (?-i:the )?
        (?:interview|screen|call|meeting|exploring \w+|employment|journey|
            experience) with (?-i:the )?
        (?:choosing|chose) (?-i:the )?
        (?:update|news|message|decision|follow[ -]up|thank you|thanks|e-?mail) from (?-i:the )?
        interest in (?:\w+ ){1,8}(?:at|with)
    """),
    company_loose=listed(r"""
        \b(?:at|with) (?-i:the )?
    """),
    role=listed(r"""
        (?:position|role|post|job|vacancy|title|opening|opportunity|requisition) (?:of|as|
            for)(?: an?| the| our)?:? (?P<role>[^\n]{3,120})
        (?:appl(?:y|ied|ying|ication)) (?:for|as)(?: an?| the| our|
             the post of)?:? (?P<role>[^\n]{3,120})
        (?:position|role|post|job title|job|vacancy): (?P<role>[^\n]{3,120})
    """),
    role_loose=listed(r"""
        \bfor (?:the |our |an? )?(?P<role>(?-i:[A-Z])[^\n]{3,120})
        (?:requisition|vacancy|post|role)[ :](?:no\.? )?[\w-]+(?:,| -| –|
            :) (?P<role>(?-i:[A-Z])[^\n]{3,100})
        (?:^|\n)(?:post|vacancy|role|job title|
            position applied for)\s*: (?P<role>[^\n]{3,100})
        interest in (?:the |our )?(?P<role>[^\n]{3,120})
        (?:appl(?:y|ied|ying|ication)) to (?:the |our )?(?P<role>[^\n]{3,120})
    """),
    role_before=listed(r"""
        \b(?:the|our|an?|your|for) (?P<role>(?:(?!\b(?:the|our|an?|your|
            for)\b)[^.!?\n]){3,110}?)[ ,–-]+(?:position|role|opening|post|vacancy|requisition)\b
    """),
    role_ends=(
        r"at|with|here|within|which|that|has|have|is|was|we|to|from|on|as|for|you|posted|"
        r"advertised|position|role|post|job|opening|vacancy|opportunity|in|reached|arrived|"
        r"located|based|by|because|after|who|where|will|reference|requisition|competition|"
        r"this|back|last|earlier"
    ),
)
