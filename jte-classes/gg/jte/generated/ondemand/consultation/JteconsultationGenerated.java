package gg.jte.generated.ondemand.consultation;
import java.util.List;
import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Programme;
import se.kulturlots.consultation.Question;
import se.kulturlots.consultation.web.NextThing;
import se.kulturlots.core.web.Happening;
import se.kulturlots.core.web.Page;
import se.kulturlots.journal.Journal;
@SuppressWarnings("unchecked")
public final class JteconsultationGenerated {
	public static final String JTE_NAME = "consultation/consultation.jte";
	public static final int[] JTE_LINE_INFO = {0,0,1,2,3,4,5,6,7,8,8,8,8,15,15,16,16,17,17,17,18,18,20,20,20,21,21,23,23,24,24,26,26,26,28,28,29,29,29,30,30,33,33,35,35,35,36,36,37,37,38,38,40,40,42,42,42,42,42,42,42,42,42,42,42,42,43,43,44,44,44,45,45,46,46,46,48,48,50,50,52,52,54,54,54,55,55,55,57,57,59,59,59,60,60,60,62,62,64,64,64,66,66,68,68,68,69,69,69,71,71,74,74,75,75,75,75,76,76,77,77,77,78,78,79,79,79,80,80,81,81,82,82,83,83,83,83,83,83,83,83,83,84,84,84,84,84,84,84,84,84,84,84,84,85,85,86,86,86,87,87,87,87,87,87,87,87,87,87,87,87,88,88,89,89,89,90,90,90,90,90,90,90,90,90,90,90,90,90,90,90,90,90,90,90,90,90,90,90,90,91,91,92,92,92,93,93,93,93,93,93,93,93,93,93,93,93,94,94,95,95,95,96,96,96,96,96,96,96,96,96,96,96,96,96,96,96,96,96,96,96,96,96,96,96,96,97,97,98,98,98,99,99,99,8,9,10,11,12,13,14,14,14,14};
	public static void render(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, Page page, Consultation consultation, List<Question> questions, List<Programme.ProgrammeItem> meetings, List<Happening> timeline, NextThing next, List<Journal.Entry> journal) {
		var schedule = consultation.schedule();
		jteOutput.writeContent("\n");
		String path = consultation.path();
		jteOutput.writeContent("\n");
		gg.jte.generated.ondemand.site.JtelayoutGenerated.render(jteOutput, jteHtmlInterceptor, page, consultation.title(), new gg.jte.html.HtmlContent() {
			public void writeTo(gg.jte.html.HtmlTemplateOutput jteOutput) {
				jteOutput.writeContent("\n\t");
				if (!timeline.isEmpty()) {
					jteOutput.writeContent("\n\t\t<section class=\"kl-section\" aria-labelledby=\"timeline\">\n\t\t\t<h2 id=\"timeline\">");
					jteOutput.setContext("h2", null);
					jteOutput.writeUserContent(page.t("consultation.page.timeline"));
					jteOutput.writeContent("</h2>\n\t\t\t");
					gg.jte.generated.ondemand.site.part.JtetimelineGenerated.render(jteOutput, jteHtmlInterceptor, page, timeline);
					jteOutput.writeContent("\n\t\t</section>\n\t");
				}
				jteOutput.writeContent("\n\t");
				if (!questions.isEmpty()) {
					jteOutput.writeContent("\n\t\t<section class=\"kl-section kl-prose\" aria-labelledby=\"questions\">\n\t\t\t<h2 id=\"questions\">");
					jteOutput.setContext("h2", null);
					jteOutput.writeUserContent(page.t("consultation.page.questions"));
					jteOutput.writeContent("</h2>\n\t\t\t<ol>\n\t\t\t\t");
					for (Question question : questions) {
						jteOutput.writeContent("\n\t\t\t\t\t<li>");
						jteOutput.setContext("li", null);
						jteOutput.writeUserContent(question.text());
						jteOutput.writeContent("</li>\n\t\t\t\t");
					}
					jteOutput.writeContent("\n\t\t\t</ol>\n\t\t</section>\n\t");
				}
				jteOutput.writeContent("\n\t<section class=\"kl-section\" aria-labelledby=\"meetings\">\n\t\t<h2 id=\"meetings\">");
				jteOutput.setContext("h2", null);
				jteOutput.writeUserContent(page.t("consultation.page.meetings"));
				jteOutput.writeContent("</h2>\n\t\t");
				if (meetings.isEmpty()) {
					jteOutput.writeContent("\n\t\t\t");
					gg.jte.generated.ondemand.site.part.JteemptyGenerated.render(jteOutput, jteHtmlInterceptor, page.t(consultation.numberOfMeetings() == 0 ? "consultation.page.noMeetings" : "consultation.page.meetingsToCome"), null);
					jteOutput.writeContent("\n\t\t");
				} else {
					jteOutput.writeContent("\n\t\t\t<ul class=\"kl-cards\">\n\t\t\t\t");
					for (Programme.ProgrammeItem meeting : meetings) {
						jteOutput.writeContent("\n\t\t\t\t\t<li class=\"kl-card\">\n\t\t\t\t\t\t<h3 class=\"kl-card__title\"><a class=\"kl-card__link\"");
						var __jte_html_attribute_0 = page.url(meeting.path());
						if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_0)) {
							jteOutput.writeContent(" href=\"");
							jteOutput.setContext("a", "href");
							jteOutput.writeUserContent(__jte_html_attribute_0);
							jteOutput.setContext("a", null);
							jteOutput.writeContent("\"");
						}
						jteOutput.writeContent(">");
						jteOutput.setContext("a", null);
						jteOutput.writeUserContent(meeting.title());
						jteOutput.writeContent("</a></h3>\n\t\t\t\t\t\t");
						if (meeting.startsAt() != null) {
							jteOutput.writeContent("\n\t\t\t\t\t\t\t<p class=\"kl-card__when\">");
							jteOutput.setContext("p", null);
							jteOutput.writeUserContent(page.dateTime(meeting.startsAt()));
							jteOutput.writeContent("</p>\n\t\t\t\t\t\t");
						}
						jteOutput.writeContent("\n\t\t\t\t\t\t<p>");
						jteOutput.setContext("p", null);
						jteOutput.writeUserContent(meeting.place() != null ? meeting.place() : page.t("consultation.page.online"));
						jteOutput.writeContent("</p>\n\t\t\t\t\t</li>\n\t\t\t\t");
					}
					jteOutput.writeContent("\n\t\t\t</ul>\n\t\t");
				}
				jteOutput.writeContent("\n\t</section>\n\t");
				if (consultation.background() != null) {
					jteOutput.writeContent("\n\t\t<section class=\"kl-section kl-prose\" aria-labelledby=\"background\">\n\t\t\t<h2 id=\"background\">");
					jteOutput.setContext("h2", null);
					jteOutput.writeUserContent(page.t("consultation.page.background"));
					jteOutput.writeContent("</h2>\n\t\t\t<p class=\"kl-said\">");
					jteOutput.setContext("p", null);
					jteOutput.writeUserContent(consultation.background());
					jteOutput.writeContent("</p>\n\t\t</section>\n\t");
				}
				jteOutput.writeContent("\n\t<section class=\"kl-section kl-prose\" aria-labelledby=\"use\">\n\t\t<h2 id=\"use\">");
				jteOutput.setContext("h2", null);
				jteOutput.writeUserContent(page.t("consultation.page.use"));
				jteOutput.writeContent("</h2>\n\t\t<p>");
				jteOutput.setContext("p", null);
				jteOutput.writeUserContent(page.t("consultation.page.useText", String.valueOf(consultation.planFrom()), String.valueOf(consultation.planTo())));
				jteOutput.writeContent("</p>\n\t</section>\n\t");
				if (!journal.isEmpty()) {
					jteOutput.writeContent("\n\t\t<section class=\"kl-section\" aria-labelledby=\"journal\">\n\t\t\t<h2 id=\"journal\">");
					jteOutput.setContext("h2", null);
					jteOutput.writeUserContent(page.t("consultation.page.journal"));
					jteOutput.writeContent("</h2>\n\t\t\t<ol class=\"kl-timeline\">\n\t\t\t\t");
					for (Journal.Entry entry : journal) {
						jteOutput.writeContent("\n\t\t\t\t\t<li class=\"kl-timeline__item\" data-state=\"DONE\">\n\t\t\t\t\t\t<p class=\"kl-timeline__when\">");
						jteOutput.setContext("p", null);
						jteOutput.writeUserContent(page.dateTime(entry.at()));
						jteOutput.writeContent("</p>\n\t\t\t\t\t\t<p class=\"kl-timeline__text\">");
						jteOutput.setContext("p", null);
						jteOutput.writeUserContent(page.t(entry.textKey(), entry.arguments()));
						jteOutput.writeContent("</p>\n\t\t\t\t\t</li>\n\t\t\t\t");
					}
					jteOutput.writeContent("\n\t\t\t</ol>\n\t\t</section>\n\t");
				}
				jteOutput.writeContent("\n");
			}
		}, new gg.jte.html.HtmlContent() {
			public void writeTo(gg.jte.html.HtmlTemplateOutput jteOutput) {
				jteOutput.writeContent("\n\t\t");
				gg.jte.generated.ondemand.site.part.JtebackGenerated.render(jteOutput, jteHtmlInterceptor, page.home("/"), page.t("consultation.page.all"));
				jteOutput.writeContent("\n\t\t<h1>");
				jteOutput.setContext("h1", null);
				jteOutput.writeUserContent(consultation.title());
				jteOutput.writeContent("</h1>\n\t\t<p>");
				gg.jte.generated.ondemand.site.part.JtetagGenerated.render(jteOutput, jteHtmlInterceptor, page.t(consultation.endedAt() != null ? consultation.status().messageKey() : consultation.phase().messageKey()), consultation.endedAt() != null ? "neutral" : "success");
				jteOutput.writeContent("</p>\n\t\t<p class=\"kl-lead kl-said\">");
				jteOutput.setContext("p", null);
				jteOutput.writeUserContent(consultation.subject());
				jteOutput.writeContent("</p>\n\t\t");
				if (next == NextThing.CANCELLED) {
					jteOutput.writeContent("\n\t\t\t");
					gg.jte.generated.ondemand.site.part.JtealertGenerated.render(jteOutput, jteHtmlInterceptor, "warning", page.t("consultation.page.cancelled"), consultation.cancellationReason(), null, false);
					jteOutput.writeContent("\n\t\t");
				} else if (next == NextThing.JOIN) {
					jteOutput.writeContent("\n\t\t\t<p>");
					jteOutput.setContext("p", null);
					jteOutput.writeUserContent(page.t("consultation.page.join"));
					if (schedule != null) {
						jteOutput.writeContent(" ");
						jteOutput.setContext("p", null);
						jteOutput.writeUserContent(page.t("consultation.teaser.opens", page.date(schedule.inputOpens())));
						jteOutput.writeContent(".");
					}
					jteOutput.writeContent("</p>\n\t\t\t<p class=\"kl-actions\"><a class=\"ds-button\"");
					var __jte_html_attribute_1 = page.home("/join");
					if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_1)) {
						jteOutput.writeContent(" href=\"");
						jteOutput.setContext("a", "href");
						jteOutput.writeUserContent(__jte_html_attribute_1);
						jteOutput.setContext("a", null);
						jteOutput.writeContent("\"");
					}
					jteOutput.writeContent(">");
					jteOutput.setContext("a", null);
					jteOutput.writeUserContent(page.t("consultation.page.joinButton"));
					jteOutput.writeContent("</a></p>\n\t\t");
				} else if (next == NextThing.SAY) {
					jteOutput.writeContent("\n\t\t\t<p>");
					jteOutput.setContext("p", null);
					jteOutput.writeUserContent(page.t("consultation.page.say", page.date(schedule.inputLastDay())));
					jteOutput.writeContent("</p>\n\t\t\t<p class=\"kl-actions\"><a class=\"ds-button\"");
					var __jte_html_attribute_2 = page.url(path + "/input");
					if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_2)) {
						jteOutput.writeContent(" href=\"");
						jteOutput.setContext("a", "href");
						jteOutput.writeUserContent(__jte_html_attribute_2);
						jteOutput.setContext("a", null);
						jteOutput.writeContent("\"");
					}
					jteOutput.writeContent(">");
					jteOutput.setContext("a", null);
					jteOutput.writeUserContent(page.t("consultation.page.sayButton"));
					jteOutput.writeContent("</a></p>\n\t\t");
				} else if (next == NextThing.COMMENT) {
					jteOutput.writeContent("\n\t\t\t<p>");
					jteOutput.setContext("p", null);
					jteOutput.writeUserContent(page.t("consultation.page.comment", page.date(schedule.referralLastDay())));
					jteOutput.writeContent("</p>\n\t\t\t<p class=\"kl-actions\"><a class=\"ds-button\"");
					var __jte_html_attribute_3 = page.url(path + "/input");
					if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_3)) {
						jteOutput.writeContent(" href=\"");
						jteOutput.setContext("a", "href");
						jteOutput.writeUserContent(__jte_html_attribute_3);
						jteOutput.setContext("a", null);
						jteOutput.writeContent("\"");
					}
					jteOutput.writeContent(">");
					jteOutput.setContext("a", null);
					jteOutput.writeUserContent(page.t("consultation.page.commentButton"));
					jteOutput.writeContent("</a> <a class=\"ds-button\" data-variant=\"secondary\"");
					var __jte_html_attribute_4 = page.url(path + "/plan");
					if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_4)) {
						jteOutput.writeContent(" href=\"");
						jteOutput.setContext("a", "href");
						jteOutput.writeUserContent(__jte_html_attribute_4);
						jteOutput.setContext("a", null);
						jteOutput.writeContent("\"");
					}
					jteOutput.writeContent(">");
					jteOutput.setContext("a", null);
					jteOutput.writeUserContent(page.t("consultation.page.readDraft"));
					jteOutput.writeContent("</a></p>\n\t\t");
				} else if (next == NextThing.WAIT) {
					jteOutput.writeContent("\n\t\t\t<p>");
					jteOutput.setContext("p", null);
					jteOutput.writeUserContent(page.t("consultation.page.wait"));
					jteOutput.writeContent("</p>\n\t\t\t<p class=\"kl-actions\"><a class=\"ds-button\" data-variant=\"secondary\"");
					var __jte_html_attribute_5 = page.url(path + "/results");
					if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_5)) {
						jteOutput.writeContent(" href=\"");
						jteOutput.setContext("a", "href");
						jteOutput.writeUserContent(__jte_html_attribute_5);
						jteOutput.setContext("a", null);
						jteOutput.writeContent("\"");
					}
					jteOutput.writeContent(">");
					jteOutput.setContext("a", null);
					jteOutput.writeUserContent(page.t("consultation.page.resultsButton"));
					jteOutput.writeContent("</a></p>\n\t\t");
				} else {
					jteOutput.writeContent("\n\t\t\t<p>");
					jteOutput.setContext("p", null);
					jteOutput.writeUserContent(page.t("consultation.page.decided"));
					jteOutput.writeContent("</p>\n\t\t\t<p class=\"kl-actions\"><a class=\"ds-button\"");
					var __jte_html_attribute_6 = page.url(path + "/results");
					if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_6)) {
						jteOutput.writeContent(" href=\"");
						jteOutput.setContext("a", "href");
						jteOutput.writeUserContent(__jte_html_attribute_6);
						jteOutput.setContext("a", null);
						jteOutput.writeContent("\"");
					}
					jteOutput.writeContent(">");
					jteOutput.setContext("a", null);
					jteOutput.writeUserContent(page.t("consultation.page.resultsButton"));
					jteOutput.writeContent("</a> <a class=\"ds-button\" data-variant=\"secondary\"");
					var __jte_html_attribute_7 = page.url(path + "/plan");
					if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_7)) {
						jteOutput.writeContent(" href=\"");
						jteOutput.setContext("a", "href");
						jteOutput.writeUserContent(__jte_html_attribute_7);
						jteOutput.setContext("a", null);
						jteOutput.writeContent("\"");
					}
					jteOutput.writeContent(">");
					jteOutput.setContext("a", null);
					jteOutput.writeUserContent(page.t("consultation.page.readPlan"));
					jteOutput.writeContent("</a></p>\n\t\t");
				}
				jteOutput.writeContent("\n");
			}
		}, false, null, null);
		jteOutput.writeContent("\n");
	}
	public static void renderMap(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, java.util.Map<String, Object> params) {
		Page page = (Page)params.get("page");
		Consultation consultation = (Consultation)params.get("consultation");
		List<Question> questions = (List<Question>)params.get("questions");
		List<Programme.ProgrammeItem> meetings = (List<Programme.ProgrammeItem>)params.get("meetings");
		List<Happening> timeline = (List<Happening>)params.get("timeline");
		NextThing next = (NextThing)params.get("next");
		List<Journal.Entry> journal = (List<Journal.Entry>)params.get("journal");
		render(jteOutput, jteHtmlInterceptor, page, consultation, questions, meetings, timeline, next, journal);
	}
}
