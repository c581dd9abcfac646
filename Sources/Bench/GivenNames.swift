/// Given names, the commoner ones first.
enum GivenNames {
  static let all = words(
    """
    Maria James Michael Robert John David Jose William Jennifer Jessica Linda Mary Christopher \
    Daniel Elizabeth Anthony Ashley Patricia Juan Thomas Sarah Joseph Luis Barbara Matthew Carlos \
    Amanda Mark Angela Brandon Kevin Melissa Joshua Michelle Steven Kimberly Jesus Nicole Richard \
    Andrew Stephanie Miguel Brian Karen Antonio Lisa Tyler Guadalupe Eric Rosa Jacob Crystal Nancy \
    Jorge Alexander Ana Justin Sandra Charles Brittany Samantha Francisco Kayla Timothy Danielle \
    Victor Tiffany Rachel Manuel Heather Paul Amber Jonathan Laura Ruben Megan Aaron Diana Tyrone \
    Vanessa Alejandro Rebecca Jason Monica Ricardo Christina Benjamin Erica Kenneth Victoria \
    Fernando Latoya Zachary Claudia Marcus Katherine Sergio Jasmine Nathan Veronica Roberto Alicia \
    Adam Kiara Javier Teresa Terrence Cynthia Eduardo Natalie Darnell Leticia Raymond Shanice Oscar \
    Adriana Jamal Kelly Hector Cassandra Gregory Olivia Pedro Emily Devin Gabriela Omar Priscilla \
    Travis Tanya Armando Desiree Xavier Margarita Derrick Yolanda Julio Tamika Corey Elena Lawrence \
    Alejandra Reginald Natasha Arturo Bianca Curtis Esmeralda Demetrius Jacqueline Gerardo Ebony \
    Malik Marisol Trevor Rocío José María Andrés Zoë Renée Chloé Nikolás Inés Raúl Lucía Sofía \
    Verónica Tomás Héctor Mónica Jesús Iván Ángela Óscar Noël Thérèse Siobhán Seán Jürgen Søren \
    Mai Linh Minh Anh Thuy Huong Duc Khanh Phuong Quang Mee Pao Xiong Yer Chue Kao Bao Wei Jing Li \
    Mei Xin Hui Yan Jun Feng Min-Jun Ji-Woo Hye-Jin Seo-Yeon Priya Anjali Rahul Arjun Deepika Neha \
    Sanjay Harpreet Gurpreet Manjit Simran Fatima Mohammed Ahmed Aisha Yusuf Zainab Khadija Ibrahim \
    Omid Farid Parisa Nasrin Laleh Reza Tariq Layla Samira Hassan Amina Abdul Halima Dmitri Olga \
    Natalia Irina Sergei Svetlana Oksana Vladimir Ludmila Andriy Mykola Halyna Piotr Agnieszka \
    Kwame Abena Chidi Ngozi Oluwaseun Adaeze Emeka Folake Tesfaye Selam Hirut Dawit Mulu Abebe \
    Keola Leilani Sione Mele Tevita Sina Anela Jean-Luc Mary-Ann Anne-Marie Jo-Beth Ty-Shawn \
    D'Andre De'Shawn La'Tisha Ja'Nae Ke'Asia D'Angelo Mar'Quan Sha'Ron Ra'Mel Tay'Lor Lakeisha \
    Tanisha Keisha Latrice Shaniqua Monique Chantel Raven Destiny Precious Diamond Mercedes Nevaeh \
    Trinity Serenity Harmony Journey River Sage Skyler Jordan Taylor Casey Riley Quinn Rowan Avery \
    Dakota Phoenix Robin Lee Marion Leslie Dorothy Ruth Helen Betty Virginia Frances Evelyn Alice \
    Jean Doris Mildred Harold Walter Arthur Ralph Howard Eugene Clarence Earl Leroy Willie Floyd
    """)

  static func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }
}
