package se.kulturlots.consultation;

/**
 * How far those on the list have come.
 *
 * @param onList how many are on the list
 * @param invited how many have been invited
 * @param answered how many of those have answered
 * @param coming how many of those said that they take part
 * @param registered how many of the invited have registered for a meeting
 * @param gaveInput how many of the invited have given input
 * @param silent from how many of the invited nothing has been heard
 */
public record InviteeNumbers(int onList, int invited, int answered, int coming, int registered, int gaveInput,
		int silent) {
}
