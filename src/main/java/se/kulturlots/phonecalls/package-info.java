/**
 * People whom mails have not reached: who is to be called or written to instead, what
 * they are to be told, and who has told them.
 */
@org.jspecify.annotations.NullMarked
package se.kulturlots.phonecalls;
