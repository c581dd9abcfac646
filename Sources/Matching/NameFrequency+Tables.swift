extension NameFrequency {
  /// The commonest surnames of the United States by how rare they are, as the
  /// negative binary logarithm of their share, rounded.
  ///
  /// Source: shares of the 2010 census, U.S. Census Bureau.
  static let surnamesByBits: [(bits: Double, names: String)] = [
    (6.9, "smith"),
    (7.3, "johnson"),
    (7.6, "williams brown jones"),
    (8.0, "garcia miller davis rodriguez martinez hernandez"),
    (8.4, "lopez gonzalez gonzales wilson anderson thomas taylor moore jackson martin lee"),
    (8.8, "perez thompson white harris sanchez clark ramirez lewis robinson walker"),
    (
      9.3,
      """
      young allen king wright scott torres nguyen hill flores green adams nelson baker hall \
      rivera campbell mitchell carter roberts
      """
    ),
    (
      9.7,
      """
      gomez phillips evans turner diaz parker cruz edwards collins reyes stewart morris morales \
      murphy cook rogers gutierrez ortiz morgan cooper peterson bailey reed kelly howard ramos kim
      """
    ),
    (
      10.1,
      """
      cox ward richardson watson brooks chavez wood james bennett gray mendoza ruiz hughes price \
      alvarez castillo sanders patel myers long ross foster jimenez powell jenkins perry russell \
      sullivan bell coleman butler henderson barnes fisher vasquez simmons romero jordan \
      patterson alexander hamilton graham
      """
    ),
    (
      10.5,
      """
      reynolds griffin wallace moreno west cole hayes bryant herrera gibson ellis tran medina \
      aguilar stevens murray ford castro marshall owens harrison fernandez mcdonald woods \
      washington kennedy wells vargas henry chen freeman webb tucker guzman burns crawford olson \
      simpson porter hunter gordon mendez silva shaw snyder mason dixon munoz hunt hicks holmes \
      palmer wagner black robertson boyd rose stone salazar fox warren mills meyer rice schmidt \
      garza daniels ferguson nichols stephens soto weaver ryan gardner payne grant dunn kelley \
      spencer hawkins
      """
    ),
  ]

  /// The commonest given names of the United States, both sexes together.
  ///
  /// Source: shares of the 1990 census, U.S. Census Bureau, halved, with the
  /// newer names of the Social Security Administration's lists, rounded.
  static let givenNamesByBits: [(bits: Double, names: String)] = [
    (6.0, "james john robert"),
    (6.3, "michael mary william david"),
    (6.9, "richard"),
    (7.1, "charles joseph thomas"),
    (
      7.6,
      """
      patricia christopher linda barbara daniel paul mark elizabeth jennifer donald george maria \
      susan jose
      """
    ),
    (
      8.0,
      """
      margaret dorothy kenneth steven edward brian ronald anthony kevin lisa jason matthew nancy \
      karen betty helen sandra jessica juan luis carlos
      """
    ),
    (
      8.5,
      """
      gary timothy larry jeffrey frank scott eric stephen andrew raymond donna carol ruth sharon \
      michelle laura sarah kimberly deborah ashley amanda joshua emily
      """
    ),
    (
      9.0,
      """
      gregory jerry dennis walter patrick peter harold douglas henry carl arthur ryan roger joe \
      jack jonathan justin terry gerald keith samuel brandon nicholas jacob shirley cynthia angela \
      melissa brenda amy anna rebecca virginia kathleen pamela martha debra stephanie carolyn \
      christine jesus antonio miguel francisco ana rosa
      """
    ),
    (
      9.5,
      """
      albert willie ralph lawrence roy benjamin bruce harry adam wayne billy steve louis jeremy \
      aaron randy howard eugene russell bobby victor martin marie janet catherine frances ann joyce \
      diane alice julie heather teresa doris gloria evelyn jean cheryl mildred katherine joan \
      rachel nicole samantha tyler zachary austin hannah madison olivia emma sophia isabella \
      alexander ethan noah manuel pedro jorge ricardo roberto mario guadalupe carmen
      """
    ),
    (
      10.2,
      """
      ernest phillip todd jesse craig alan shawn clarence sean philip chris johnny earl jimmy danny \
      bryan tony mike stanley leonard nathan dale rodney curtis norman allen marvin vincent glenn \
      travis jeff chad jacob melvin judith ashlee crystal robin tina kelly lori tiffany kim dawn \
      tammy erica sara christina amber brittany danielle april megan jasmine alexis kayla lauren \
      taylor jordan dylan logan caleb evan gabriel elijah mason aiden liam lucas fernando sergio \
      eduardo alejandro javier rafael raul oscar alberto ruben daniela gabriela sofia margarita \
      juana yolanda silvia sylvia
      """
    ),
  ]
}
