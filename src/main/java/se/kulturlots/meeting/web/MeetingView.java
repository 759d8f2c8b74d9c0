package se.kulturlots.meeting.web;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import se.kulturlots.cases.CaseKinds.CaseLink;
import se.kulturlots.core.Fact;
import se.kulturlots.core.Said;
import se.kulturlots.core.web.Page;
import se.kulturlots.meeting.Meeting;
import se.kulturlots.meeting.MeetingPath;
import se.kulturlots.meeting.MeetingSaid;
import se.kulturlots.meeting.ReceiptId;

/**
 * A meeting as pages show it.
 *
 * @param page for texts and dates
 * @param of its case
 * @param open whether people may register themselves
 */
public record MeetingView(Page page, Meeting meeting, CaseLink of, boolean open) {

	/**
	 * What an officer has written of it, in the reader's language where there is that.
	 */
	public MeetingSaid texts() {
		return this.meeting.textsIn(this.page.locale(), this.page.ownLang());
	}

	/** The name of its case. */
	public Said ofTitle() {
		return this.of.titleIn(this.page.locale(), this.page.ownLang());
	}

	public String when() {
		return this.page.dateTime(this.meeting.startsAt()) + "–"
				+ this.page.time(this.meeting.endsAt(), this.page.zone());
	}

	/**
	 * Where it is, as everybody may know.
	 * @return the place, and that it is on line too
	 */
	public String where() {
		String place = this.meeting.place();
		if (place == null) {
			return this.page.t("meeting.online");
		}
		return this.meeting.isOnline() ? this.page.t("meeting.placeAndOnline", place) : place;
	}

	public String path() {
		return this.page.onward(MeetingPath.of(this.of.publicPath(), this.meeting));
	}

	public String registrationPath() {
		return this.page.onward(MeetingPath.registration(this.of.publicPath(), this.meeting));
	}

	public String calendarPath() {
		return this.page.url(MeetingPath.of(this.of.publicPath(), this.meeting) + "/meeting.ics");
	}

	/**
	 * Where a map shows the place.
	 * @return null if it is held on line only
	 */
	public @Nullable String mapAddress() {
		String place = this.meeting.place();
		return (place != null) ? "https://www.openstreetmap.org/search?query=" + this.page.encode(place) : null;
	}

	/**
	 * A letter to somebody who may want to come, to be written to and sent by whoever
	 * reads the page.
	 */
	public String tellAddress() {
		String address = this.page.absolute(this.page.url(MeetingPath.of(this.of.publicPath(), this.meeting)));
		return "mailto:?subject=" + this.page.encode(texts().title().text()) + "&body="
				+ this.page.encode(this.page.t("meeting.page.tell.text", when(), where()) + "\r\n\r\n" + address);
	}

	String receiptPath(ReceiptId receiptId) {
		return this.page.url(MeetingPath.registration(this.of.publicPath(), this.meeting) + "/" + receiptId);
	}

	/**
	 * What everybody may know.
	 * @return lines for a summary
	 */
	public List<Fact> facts() {
		List<Fact> facts = new ArrayList<>();
		facts.add(Fact.of(this.page.t("meeting.fact.kind"), this.page.word("meeting.kind.", this.meeting.kind())));
		facts.add(Fact.of(this.page.t("meeting.fact.when"), when()));
		facts.add(Fact.of(this.page.t("meeting.fact.where"), where()));
		Said targetGroup = texts().targetGroup();
		if (targetGroup != null) {
			facts.add(Fact.said(this.page.t("meeting.fact.targetGroup"), targetGroup));
		}
		if (this.meeting.status() == Meeting.Status.PUBLISHED) {
			facts.add(Fact.of(this.page.t("meeting.fact.registrationLastDay"),
					this.page.date(this.meeting.registrationLastDay())));
			String seats = seats();
			if (seats != null) {
				facts.add(Fact.of(this.page.t("meeting.fact.seats"), seats));
			}
		}
		return facts;
	}

	/**
	 * How many seats are left.
	 * @return null if there is room for any number
	 */
	public @Nullable String seats() {
		Integer capacity = this.meeting.capacity();
		if (capacity == null) {
			return null;
		}
		return this.meeting.isFull() ? this.page.t("meeting.seats.full", capacity)
				: this.page.t("meeting.seats.left", capacity - this.meeting.seatsTaken(), capacity);
	}

}
