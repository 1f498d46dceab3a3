from thenchot.platform.classified import PRIVATE, WORK, of

CLASSIFICATION = {
    "cells.CellMember": of(PRIVATE),
    "cells.CellCharge": of(WORK),
    "cells.ChargeReport": of(WORK),
    "cells.MemberReview": of(PRIVATE),
    "cells.Sheet": of(WORK),
    "cells.SheetItem": of(WORK),
    "cells.Meeting": of(WORK),
    "cells.AgendaItem": of(WORK),
    "cells.MeetingScore": of(WORK),
    "cells.Congress": of(WORK),
    "cells.Candidate": of(PRIVATE),
}
