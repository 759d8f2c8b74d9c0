package se.kulturlots.register;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small workbooks, also ones that nobody should open. */
final class Workbooks {

	private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";

	private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

	private static final String RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";

	private static final String DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

	private static final int MEGABYTE = 1 << 20;

	private Workbooks() {
	}

	@SafeVarargs
	static byte[] of(List<String>... rows) throws IOException {
		return workbook("", sheet(rows), 0);
	}

	/** One that holds far more than its size says. */
	static byte[] bomb(int megabytes) throws IOException {
		return workbook("", sheet(List.of("Namn"), List.of("A")), megabytes);
	}

	/** One that asks the reader to fetch something. */
	static byte[] withEntity(String address) throws IOException {
		return workbook("<!DOCTYPE worksheet [<!ENTITY x SYSTEM \"" + address + "\">]>",
				sheet(List.of("Namn"), List.of("ENTITY")).replace("ENTITY", "&x;"), 0);
	}

	@SafeVarargs
	private static String sheet(List<String>... rows) {
		StringBuilder sheet = new StringBuilder("<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
		for (int row = 0; row < rows.length; row++) {
			sheet.append("<row r=\"").append(row + 1).append("\">");
			for (int column = 0; column < rows[row].size(); column++) {
				String cell = (char) ('A' + column) + String.valueOf(row + 1);
				String value = rows[row].get(column);
				boolean number = value.matches("[1-9][0-9]+");
				sheet.append(number ? "<c r=\"" + cell + "\"><v>" + value + "</v></c>"
						: "<c r=\"" + cell + "\" t=\"inlineStr\"><is><t>" + value + "</t></is></c>");
			}
			sheet.append("</row>");
		}
		return sheet.append("</sheetData></worksheet>").toString();
	}

	private static byte[] workbook(String doctype, String sheet, int megabytes) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			put(zip, "[Content_Types].xml", XML
					+ "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
					+ "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
					+ "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
					+ "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>");
			put(zip, "_rels/.rels", XML + "<Relationships xmlns=\"" + RELATIONS + "\"><Relationship Id=\"r1\" Type=\""
					+ DOCUMENT + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
			put(zip, "xl/workbook.xml", XML + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + DOCUMENT
					+ "\"><sheets><sheet name=\"Blad1\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
			put(zip, "xl/_rels/workbook.xml.rels",
					XML + "<Relationships xmlns=\"" + RELATIONS + "\"><Relationship Id=\"r1\" Type=\"" + DOCUMENT
							+ "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
			put(zip, "xl/worksheets/sheet1.xml", XML + doctype + sheet);
			if (megabytes > 0) {
				zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
				for (int i = 0; i < megabytes; i++) {
					zip.write(new byte[MEGABYTE]);
				}
				zip.closeEntry();
			}
		}
		return bytes.toByteArray();
	}

	private static void put(ZipOutputStream zip, String name, String content) throws IOException {
		zip.putNextEntry(new ZipEntry(name));
		zip.write(content.getBytes(StandardCharsets.UTF_8));
		zip.closeEntry();
	}

}
