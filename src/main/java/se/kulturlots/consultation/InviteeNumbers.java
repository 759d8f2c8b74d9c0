package se.kulturlots.consultation;

/**
 * How far those on the list have come.
 *
 * @param onList how many are on the list
 * @param withoutEmail how many of those on the list can only be called
 * @param invited how many have been invited
 * @param answered how many of those have answered
 * @param coming how many of those said that they take part
 * @param notComing how many of those said that they do not
 * @param registered how many of the invited have registered for a meeting
 * @param gaveInput how many of the invited have given input
 * @param silent from how many of the invited nothing has been heard
 * @param prioritySilent how many of those belong to a priority group
 */
public record InviteeNumbers(int onList, int withoutEmail, int invited, int answered, int coming, int notComing,
		int registered, int gaveInput, int silent, int prioritySilent) {

	/**
	 * From how many of the invited something has been heard.
	 * @return an answer, a registration or input
	 */
	public int heard() {
		return this.invited - this.silent;
	}

}
