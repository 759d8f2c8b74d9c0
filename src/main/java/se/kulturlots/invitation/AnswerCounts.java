package se.kulturlots.invitation;

import java.util.List;

import se.kulturlots.consultation.Invitee;
import se.kulturlots.consultation.Invitee.Answer;

/**
 * What has been answered to an invitation.
 *
 * @param invited how many are on the list
 * @param coming how many said that they take part
 * @param notComing how many said that they do not
 * @param silent from how many nothing has been heard
 * @param prioritySilent how many of those belong to a priority group
 */
public record AnswerCounts(int invited, int coming, int notComing, int silent, int prioritySilent) {

	static AnswerCounts of(List<Invitee> invitees) {
		int coming = (int) invitees.stream().filter((invitee) -> invitee.answer() == Answer.COMING).count();
		int notComing = (int) invitees.stream().filter((invitee) -> invitee.answer() == Answer.NOT_COMING).count();
		List<Invitee> silent = invitees.stream().filter(Invitee::silent).toList();
		int priority = (int) silent.stream().filter((invitee) -> invitee.priorityGroup() != null).count();
		return new AnswerCounts(invitees.size(), coming, notComing, silent.size(), priority);
	}

	/**
	 * From how many something has been heard.
	 * @return an answer, a registration or input
	 */
	public int heard() {
		return this.invited - this.silent;
	}

}
