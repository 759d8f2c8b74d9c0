-- a note names what it is about by the key of a text, whichever module wrote it
update case_note set topic = 'consultation.notes.topic.reachOut' where topic = 'reachOut';
update case_note set topic = 'invitation.notes.topic.callSilent' where topic = 'callSilent';
