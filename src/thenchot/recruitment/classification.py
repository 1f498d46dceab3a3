from thenchot.platform.classified import PRIVATE, SENSITIVE, WORK, of

CLASSIFICATION = {
    "recruitment.Round": of(WORK),
    "recruitment.Opening": of(WORK),
    "recruitment.CouncilMember": of(WORK),
    "recruitment.Applicant": of(
        PRIVATE,
        number=WORK,
        slip=SENSITIVE,
        came_from=SENSITIVE,
        identity_no=SENSITIVE,
        identity_index=SENSITIVE,
    ),
    "recruitment.Score": of(PRIVATE),
    "recruitment.Reception": of(WORK),
    "recruitment.ReceptionCase": of(PRIVATE, identity_no=SENSITIVE, identity_index=SENSITIVE),
}
