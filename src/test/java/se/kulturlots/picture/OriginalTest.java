package se.kulturlots.picture;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import se.kulturlots.core.Picture.Focus;
import se.kulturlots.core.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OriginalTest {

	@ParameterizedTest
	@CsvSource({ "empty,unreadable", "text,unreadable", "svg,unreadable", "gif,unreadable", "bmp,unreadable",
			"cutJpeg,unreadable", "cutPng,unreadable", "headOnly,unreadable", "bomb,tooLarge", "bytes,tooLarge",
			"low,tooSmall", "narrow,tooSmall", "strip,tooNarrow" })
	void whatIsNoPictureIsRefused(String what, String reason) {
		byte[] jpeg = SamplePictures.of("jpeg", 1200, 800);
		byte[] png = SamplePictures.of("png", 1200, 800);
		byte[] file = switch (what) {
			case "empty" -> new byte[0];
			case "text" -> "ingen bild".getBytes();
			case "svg" -> "<svg xmlns='http://www.w3.org/2000/svg' width='900' height='900'/>".getBytes();
			case "gif", "bmp" -> SamplePictures.of(what, 1200, 800);
			case "cutJpeg" -> Arrays.copyOf(jpeg, jpeg.length / 2);
			case "cutPng" -> Arrays.copyOf(png, png.length / 2);
			case "headOnly" -> Arrays.copyOf(jpeg, 20);
			case "bomb" -> SamplePictures.bomb(20_000, 20_000);
			case "bytes" -> new byte[5_000_001];
			case "low" -> SamplePictures.of("png", 1200, 533);
			case "strip" -> SamplePictures.of("png", 2800, 690);
			case "narrow" -> SamplePictures.of("png", 799, 600);
			default -> throw new IllegalArgumentException(what);
		};
		assertThatThrownBy(() -> Original.read(file)).isInstanceOfSatisfying(Problem.class, (problem) -> {
			assertThat(problem.messageKey()).isEqualTo("picture.problem." + reason);
			assertThat(problem.field()).isEqualTo("file");
		});
	}

	/** The red quarter is where EXIF says that it belongs. */
	@ParameterizedTest
	@CsvSource({ "1,TOP_LEFT", "2,TOP_RIGHT", "3,BOTTOM_RIGHT", "4,BOTTOM_LEFT", "5,TOP_LEFT", "6,TOP_RIGHT",
			"7,BOTTOM_RIGHT", "8,BOTTOM_LEFT", "0,TOP_LEFT", "99,TOP_LEFT" })
	void aPhotographIsTurnedTheRightWayUp(int orientation, Focus corner) throws Exception {
		byte[] whole = Original.read(SamplePictures.photograph(1000, 800, orientation)).whole();
		BufferedImage turned = ImageIO.read(new ByteArrayInputStream(whole));
		boolean onItsSide = orientation >= 5 && orientation <= 8;
		assertThat(turned.getWidth()).isEqualTo(onItsSide ? 800 : 1000);
		for (Focus each : List.of(Focus.TOP_LEFT, Focus.TOP_RIGHT, Focus.BOTTOM_LEFT, Focus.BOTTOM_RIGHT)) {
			assertThat(isRed(turned, each)).as(each.name()).isEqualTo(each == corner);
		}
	}

	@Test
	void whereItWasTakenIsNotPassedOn() {
		byte[] photograph = SamplePictures.photograph(1300, 900, 6);
		assertThat(text(photograph)).contains("59.8586N");
		Original original = Original.read(photograph);
		assertThat(text(original.whole())).doesNotContain("59.8586N", "Exif");
		assertThat(original.files(Focus.CENTRE))
			.allSatisfy((file) -> assertThat(text(file.content())).doesNotContain("59.8586N", "Exif"));
	}

	/** A text in it can be packed a thousand times. */
	@Test
	void nothingButThePictureIsUnpacked() throws Exception {
		byte[] file = SamplePictures.withPackedText(SamplePictures.of("png", 900, 600), 256_000_000);
		assertThat(file).hasSizeLessThan(1_000_000);
		com.sun.management.ThreadMXBean memory = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
		long before = memory.getCurrentThreadAllocatedBytes();
		assertThat(Original.read(file).whole()).isNotEmpty();
		assertThat(memory.getCurrentThreadAllocatedBytes() - before).isLessThan(60_000_000);
	}

	@Test
	void whatWasKeptIsReadAgainWhateverIsAskedOfFilesToday() {
		assertThat(Original.again(SamplePictures.of("jpeg", 2800, 500)).files(Focus.CENTRE)).isNotEmpty();
	}

	@Test
	void aPictureIsCutAroundWhatMatters() throws Exception {
		Original tall = Original.read(SamplePictures.of("png", 900, 2700));
		assertThat(share(tall, Focus.TOP)).as("half of the top is red").isEqualTo(0.5);
		assertThat(share(tall, Focus.BOTTOM)).isZero();
		Original wide = Original.read(SamplePictures.of("png", 2400, 600));
		assertThat(share(wide, Focus.LEFT)).isEqualTo(1.0);
		assertThat(share(wide, Focus.RIGHT)).isZero();
	}

	@Test
	void thereIsAFileOfEachWidthThatThePictureHas() throws Exception {
		assertThat(names(Original.read(SamplePictures.of("png", 800, 534)))).containsExactly("480.jpg", "480.webp",
				"800.jpg", "800.webp");
		List<PictureFile> files = Original.read(SamplePictures.of("jpeg", 4000, 3000)).files(Focus.CENTRE);
		assertThat(files).extracting(PictureFile::width).containsExactly(480, 480, 800, 800, 1200, 1200);
		for (PictureFile file : files) {
			if (file.format().equals("jpg")) {
				BufferedImage shown = ImageIO.read(new ByteArrayInputStream(file.content()));
				assertThat(shown.getWidth()).isEqualTo(file.width());
				assertThat(shown.getHeight()).isEqualTo(file.width() * 2 / 3);
			}
			else {
				assertThat(text(file.content())).startsWith("RIFF").contains("WEBPVP8 ");
			}
		}
	}

	/** However much there is to see on it, a phone does not wait for it. */
	@Test
	void noFileIsHeavy() {
		for (PictureFile file : Original.read(SamplePictures.noise(1200, 800)).files(Focus.CENTRE)) {
			assertThat(file.content().length).as(file.width() + "." + file.format())
				.isLessThanOrEqualTo(switch (file.width()) {
					case 480 -> 19_000;
					case 800 -> 49_000;
					default -> 83_000;
				});
		}
	}

	private static List<String> names(Original original) {
		return original.files(Focus.CENTRE).stream().map((file) -> file.width() + "." + file.format()).toList();
	}

	private static double share(Original original, Focus focus) throws Exception {
		PictureFile file = original.files(focus).get(0);
		BufferedImage cut = ImageIO.read(new ByteArrayInputStream(file.content()));
		int middle = cut.getHeight() / 4;
		long red = java.util.stream.IntStream.range(0, cut.getWidth())
			.filter((x) -> new Color(cut.getRGB(x, middle)).getRed() > 128)
			.count();
		return Math.round(red * 10.0 / cut.getWidth()) / 10.0;
	}

	private static boolean isRed(BufferedImage picture, Focus corner) {
		int x = (int) (10 + (picture.getWidth() - 20) * corner.across());
		int y = (int) (10 + (picture.getHeight() - 20) * corner.down());
		return new Color(picture.getRGB(x, y)).getRed() > 128;
	}

	private static String text(byte[] file) {
		return new String(file, StandardCharsets.ISO_8859_1);
	}

}
