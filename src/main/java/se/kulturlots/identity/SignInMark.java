package se.kulturlots.identity;

import java.io.Serializable;

/**
 * Under which number of the account a session began.
 *
 * @param sessions the number
 * @see AccountStates#sessions
 */
public record SignInMark(int sessions) implements Serializable {
}
