/// Surnames, the commoner ones first; `_` stands for a space.
enum Surnames {
  static let all = GivenNames.words(
    """
    Garcia Smith Johnson Hernandez Williams Martinez Brown Lopez Jones Gonzalez Miller Davis \
    Rodriguez Perez Nguyen Sanchez Ramirez Wilson Anderson Thomas Taylor Moore Jackson Torres Lee \
    Martin White Flores Harris Thompson Rivera Clark Lewis Robinson Gomez Walker Diaz Young Cruz \
    Allen King Wright Reyes Scott Hill Morales Green Adams Gutierrez Nelson Baker Ortiz Hall \
    Ramos Campbell Mitchell Carter Roberts Chavez Phillips Evans Turner Parker Ruiz Collins \
    Mendoza Edwards Stewart Alvarez Morris Castillo Murphy Cook Jimenez Rogers Vasquez Morgan \
    Tran Peterson Cooper Aguilar Reed Bailey Medina Bell Vargas Kelly Howard Ward Cox Richardson \
    Castro Guzman Wood Watson Brooks Bennett Mendez Gray James Fernandez Herrera Hughes Price \
    Myers Munoz Long Foster Sanders Ross Romero Salazar Powell Sullivan Russell Jenkins Contreras \
    Perry Butler Barnes Fisher Henderson Coleman Simmons Soto Patterson Jordan Reynolds Hamilton \
    Graham Delgado Wallace Vega Cole West Estrada Pham Vang Xiong Yang Lor Moua Thao Her Vue Kue \
    Le Huynh Hoang Vo Phan Truong Bui Do Ho Chen Wang Li Zhang Liu Wu Lin Chan Wong Kim Park Choi \
    Kang Cho Singh Kaur Patel Sharma Gill Sandhu Dhillon Grewal Khan Ahmed Hussain Ali Mohamed \
    Hassan Abdi Warsame Popov Ivanov Petrov Kuznetsova Shevchenko Kovalenko Bondarenko Melnyk \
    Nowak Kowalski Wiśniewski Novák Dvořák Horvat Kovač Müller Schröder Köhler Björk Åkesson \
    Sørensen Østergaard Núñez Muñoz Peña Ibáñez Cortés Avilés Gómez López Rodríguez Martínez \
    Hernández Pérez Sánchez Ramírez Díaz Álvarez Jiménez Gutiérrez Vásquez Chávez Mejía García \
    O'Brien O'Connor O'Neal O'Malley O'Rourke D'Angelo D'Amico D'Souza N'Diaye L'Esperance Ka'ahu \
    Smith-Jones Garcia-Lopez Brown-Davis Vang-Lor Perez-Cruz Martin-Bell Nguyen-Tran King-Cole \
    Johnson-Reed Abdul-Rahman Al-Hassan El-Amin Bin-Saleh De_la_Cruz De_la_Torre Del_Toro \
    De_Leon Van_Dyke Van_der_Berg Von_Stein St._John St._Pierre La_Fleur Le_Blanc Mc_Donald \
    McCoy McGee McKinney McDaniel McClain McBride MacDonald Washington Jefferson Franklin Banks \
    Booker Gaines Mosley Dorsey Tillman Mayfield Thibodeaux Boudreaux Hebert Landry Guidry Fontenot \
    Begay Yazzie Benally Tsosie Nez Kahale Kealoha Tuilagi Fonoti Okafor Adeyemi Nwosu Mensah Boateng \
    Tesfaye Bekele Gebre Haile Tadesse Lindqvist Haugen Olsen Jensen Nielsen Larsen Rossi Ferrari \
    Esposito Bianchi Schwartz Goldberg Friedman Weiss Klein Yamamoto Tanaka Nakamura Watanabe Sato
    """
  ).map { $0.split(separator: "_").joined(separator: " ") }
}
