/**
 * Why the server refused, by its code. English screens show the server's own
 * sentence, which names the entity, the item or the person; other languages
 * show these.
 */
export const refusals = {
  ADMINISTRATOR_REQUIRED: 'Only administrators may do this.',
  ALERT_CHANGED:
    'Somebody else changed this alert meanwhile. Look at what it says now, then decide again.',
  ALERT_NOT_FOUND: 'This alert is not there any more. Reload the page.',
  ALLOCATION_CHANGED:
    'A colleague split this week meanwhile. Look at how, then decide again.',
  ALLOCATION_NOT_FOUND:
    'This week has no allocation any more. Reload the page.',
  AT_IN_FUTURE: 'Choose a moment that has passed.',
  BLOCKERS_OPEN:
    'Items that can block a release are open. Approve with a condition for each, or limit the release.',
  BODY_TOO_LARGE: 'The text is too long. Shorten it, or link to it.',
  CAPACITY_UNKNOWN:
    'Nobody is directly in this group, so say how many hours the team worked in the week.',
  CATALOG_UNAVAILABLE:
    'The catalog does not answer at the moment. Try again in a few seconds.',
  CHECKLIST_CHANGED:
    'The checklist has a newer version, and this item asks for something else. Reload and read it again; your text is not lost.',
  CHECKLIST_INVALID: 'The draft can’t be used; check it to see why.',
  CHECKLIST_NOT_FOUND:
    'This checklist is not in use any more. Reload the page.',
  CHECK_NOT_ASKED:
    'No item of the checklist of this entity asks for this check.',
  CHOICES_CHANGED:
    'A colleague changed this meanwhile. Look at what it is now, then decide again.',
  CONDITION_DUE_IN_THE_PAST: 'Each condition needs a day to come.',
  CONDITION_MET: 'Somebody has said already that this condition is met.',
  CONDITION_NOT_FOUND: 'This condition is not part of the review.',
  CRITERIA_CHANGED:
    'Somebody else changed these criteria meanwhile. Reload the page, compare, then save again.',
  CURSOR_INVALID:
    'This link to a page of the list is too old. Start at the first page.',
  DATABASE_UNAVAILABLE:
    'The database cannot be reached at the moment. Nothing was saved; try again in a few seconds.',
  DELEGATE_IS_YOU: 'You decide already. Choose another person.',
  DELEGATION_CHANGED:
    'You changed this elsewhere meanwhile. Look at it again, then decide.',
  DELEGATION_LENGTH: 'It ends within the next 180 days. Choose a nearer day.',
  DELEGATION_NOT_FOUND: 'You gave no such delegation. Reload the list.',
  DELEGATION_OVER: 'This delegation has ended. Make a new one.',
  EDITORIAL_CHANGED:
    'Somebody else changed the name, labels or links meanwhile. Look at what they are now, then save again.',
  ENCODING_UNKNOWN:
    'The file is not text in UTF-8, UTF-16 or Shift_JIS. Save it as CSV, not as a spreadsheet.',
  ENTITY_NOT_FOUND: 'There is no such entity that you may see.',
  EVIDENCE_WITHOUT_DATE:
    'This item can block a release, so answering it again takes a day on which it was last done or checked, or a link to something newer.',
  EXEMPTION_PERIOD: 'An exemption ends on a day to come, within 180 days.',
  FOCUS_END:
    'A focus needs sections, and a day within half a year on which it ends.',
  FOLLOW_UP_DATE: 'The follow-up needs a day to come, within 30 days.',
  NOTHING_REQUESTED:
    'No request waits here any more. Reload the page to see what became of it.',
  NOTHING_WAIVED:
    'This is neither exempt nor agreed not to concern the entity, so there is nothing to end.',
  NOT_SAVED: 'This answer could not be saved. Try it again.',
  NO_CHECKLIST: 'No checklist is for this entity.',
  NO_OWNER:
    'The catalog has no owner for this entity, so only administrators answer for it.',
  OWN_REQUEST: 'You asked for this yourself, so somebody else has to decide.',
  OWN_REVIEW:
    'You submitted this review yourself, so somebody else has to decide.',
  PASS_CHANGED:
    'Somebody else wrote about this release meanwhile. Look at what it says now.',
  PASS_CLOSED: 'This follow-up is done already.',
  PASS_NOT_FOUND: 'There is no such release that was let past the gate.',
  REVIEW_CHANGED:
    'Somebody else changed this review meanwhile. Read it again before you decide.',
  REVIEW_NOT_FOUND: 'There is no such review, or you may not see it.',
  REVIEW_OPEN: 'A review of this phase is open already. Go on with that one.',
  REVIEW_STATE:
    'The review has moved on, so this can no longer be done to it. Look at where it stands now.',
  SESSION_DAY: 'Choose today or a day to come, within half a year.',
  TARGETS_CHANGED:
    'A colleague changed the targets in the meantime. Look at what they are now, then decide again.',
  SHARING_CHANGED:
    'A colleague changed this in the meantime. Look at what it is now, then decide again.',
  DECISION_CHANGED:
    'A colleague changed this decision in the meantime. Look at what it says now, then decide again.',
  DECISION_NOT_FOUND: 'This decision is not there any more. Reload the page.',
  PERIOD_INVALID:
    'These weeks cannot be shown. Choose full weeks, oldest first.',
  ENTRY_CHANGED:
    'A colleague changed this entry meanwhile. Look at what it says now, then decide again.',
  ENTRY_NOT_FOUND: 'This entry is not there any more. Reload the list.',
  FILE_NOT_READABLE:
    'The file cannot be read as CSV or JSON. Take the template to see what is expected.',
  FILE_TOO_LARGE: 'The file is larger than 32 MB. Split it into several.',
  IDEMPOTENCY_KEY_REUSED:
    'This was sent before with another content. Reload the page and try again.',
  IMPORT_REJECTED: 'Some lines cannot be imported, so none was.',
  INPUT_INVALID: 'The server did not take this input.',
  ITEM_CHANGED:
    'Somebody else changed this item meanwhile. Compare both and save again; your text is not lost.',
  ITEM_IS_AUTOMATIC: 'This item is computed from facts and takes no answer.',
  ITEM_IS_UPCOMING: 'This item is not asked for yet.',
  ITEM_NOT_FOUND: 'There is no such item in the checklist of this entity.',
  JOURNEY_CHANGED:
    'Somebody else changed this journey meanwhile. Compare it with yours, then save again.',
  JOURNEY_NOT_FOUND: 'This journey is not there any more. Reload the page.',
  KIND_WITHOUT_OWNERS:
    'Product owners and CTOs belong to a Component, System, API, Resource or Domain.',
  KIND_WITHOUT_SLO: 'SLOs belong to a Component, System, API or Resource.',
  MOVE_TO_ITSELF: 'These are the same entity. Choose another one.',
  MOVE_TO_OTHER_KIND: 'Choose an entity of the same kind.',
  NOTHING_TO_MOVE:
    'There is nothing to move. Perhaps somebody was faster; reload the list.',
  RECORD_HOLDER_NOT_FOUND:
    'The entity is another one by now. Look at the preview again.',
  TARGET_HAS_RECORDS:
    'It has records of its own, and two histories are never merged. Move those away first.',
  NOTHING_TO_DELEGATE:
    'You answer for nothing that somebody could decide for you.',
  NEED_CHANGED:
    'Somebody else decided this meanwhile. Reload the page to see what.',
  NOTHING_TO_ASK_FOR:
    'This version has been answered already. Change it first, then ask for signatures.',
  NOTHING_TO_TAKE_OVER:
    'No entity above has an accepted answer that could stand in for this one.',
  NOTHING_TO_WAIVE:
    'This is answered here for the entities below and is not asked of this Group. Ask for the entity that it is asked of.',
  NOTHING_WAITS:
    'No answer waits for a decision here any more. Reload to see what became of it.',
  NOTHING_DISPUTED: 'No dispute waits for a decision here. Reload the page.',
  NO_HISTORY: 'Nothing is known of that day. Choose a later one.',
  NOT_ALLOWED: 'The permission policy does not let you do this.',
  NOT_AN_ALERT_REVIEWER:
    'Alerts are reviewed by the team, the owners or the reviewer group.',
  NOT_AN_EDITOR:
    'Only the owning team, the product owner and the CTO may change this.',
  NOT_AN_OWNER: 'Only those who answer for this entity may do this.',
  NOT_A_MEMBER: 'What this team recorded is for its members.',
  NOT_A_REVIEWER: 'Only the reviewers may do this.',
  NOT_A_SIGNER: 'Only the product owner, the CTO and the reviewers may decide.',
  NOT_AN_ANSWERER:
    'Questions are answered by the team, the owners and the reviewers.',
  NOT_ANSWERED: 'Nobody has answered this question yet.',
  NOT_THE_ASKER: 'Only who asked can do this.',
  QUESTION_ANSWERED: 'Somebody has answered this already. Read the answer.',
  QUESTION_NOT_FOUND: 'There is no such question. Reload the page.',
  TEAM_MEMBERS_ONLY: 'Only members of this team choose that. Ask one of them.',
  TOO_MANY_QUESTIONS:
    'Too many questions wait for an answer. Ask the team directly.',
  NOT_THE_CTO: 'Only the CTO decides a dispute.',
  NOT_OPEN_FOR_THIS:
    'This version does not take that answer at the moment. Reload the page.',
  NO_SIGNATURE_NEEDED: 'The number is recorded here and needs no signature.',
  OWNER_CHANGED:
    'Somebody else answers for it now. Look at who it is, then decide again.',
  OWNER_IN_ANNOTATION:
    'The catalog file names this person, which comes first. Change it there.',
  OWNER_VACANT:
    'Nobody can sign: name a product owner or a CTO, then ask for signatures.',
  OWN_ANSWER: 'Nobody accepts their own answer.',
  PERSON_REQUIRED: 'Only a person may do this, signed in as themselves.',
  REASON_REQUIRED: 'Say why, in 10 to 2000 characters.',
  REVIEWER_IS_EDITOR:
    'You edited this version last, so another engineer has to review it.',
  REVIEWER_WROTE_ALERT:
    'You wrote this alert down last, so another person has to look at it.',
  SHOWN_CHANGED:
    'What this agreement means has changed since you opened it. Read it again, then decide.',
  SCOPE_WITHOUT_SLO:
    'This can hold no SLO. Choose something else, or everything.',
  SIGNER_NOT_A_PERSON: 'Only a person can sign, signed in as themselves.',
  SIGNER_UNKNOWN: 'Only people who are in the catalog can sign.',
  SLO_CHANGED:
    'This SLO was changed after you opened it. Read what is different, then decide again.',
  SLO_EXISTS: 'There is an SLO already. Retire it, with a reason, instead.',
  SLO_NOT_FOUND: 'There is no such SLO that you may see.',
  TOO_MANY_ALERTS:
    'There are too many alerts. Review those that are there; one that nobody needs can be deleted.',
  SLO_RETIRED: 'This SLO was retired. Write a new one if it is needed again.',
  TOO_MANY_JOURNEYS: 'There are too many journeys. Change one that is there.',
  TOO_MANY_MINUTES:
    'These are more minutes than one entry may hold. Split it, or check the unit.',
  TOO_MANY_SLOS: 'There are too many SLOs. Change one that is there.',
  UNKNOWN_CATEGORY: 'There is no such category. Choose one from the list.',
  UNKNOWN_ENTITY: 'There is no such entity that you may see.',
  UNKNOWN_JOURNEY: 'There is no such journey. Add it first.',
  UNKNOWN_SEVERITY: 'There is no such severity. Choose one from the list.',
  UNKNOWN_SLO:
    'There is no such SLO here. Choose one of this entity’s, or leave it open.',
  UNKNOWN_USER:
    'There is no such person in the catalog. Choose one from the list.',
  VERSION_NOT_FOUND: 'This SLO has no such version. Reload the page.',
  WEEK_IN_FUTURE: 'This week lies in the future.',
} as const;
