/** Words for made-up text. Their number is a power of two, so that bits of a hash choose among them evenly. */
export const words = (
  'the of and a to in is you that it he was for on are with as his they be at one have this from or had by hot ' +
  'but some what there we can out other were all your when up use word how said an each she which do their time ' +
  'if will way about many then them would write like so these her long make thing see him two has look more day ' +
  'could go come did my sound no most number who over know water than call first people may down side been now ' +
  'find any new work part take get place made live where after back little only round man year came show every good ' +
  'me give our under name very just form'
).split(' ')

export const givenNames = (
  'Ada Björn Chloé Daniela Emre Fatima Grace Hiroshi Ingrid José Katja Linus Márta Nadia Oluwaseun Priya ' +
  'Quentin Rosa Søren Tomasz Uma Vivian Wei Xenia Yusuf Zoë Amélie Bruno Carmen Dmitri Elif Frieda'
).split(' ')

export const familyNames = (
  'Adeyemi Bauer Castillo Dubois Eriksen Ferrari González Håkansson Ibrahim Jansen Kowalski Lefèvre Müller Nakamura ' +
  "O'Brien Petrov Quispe Ramos Schröder Tanaka Usman Vasquez Weber Xu Yılmaz Zieliński Ahmed Bianchi Chen Díaz Evans Fischer"
).split(' ')

export const streets =
  'Oak,Harbour,Mill,Station,Church,Garden,King,Park,Lake,Hill,Bridge,Market,Spring,Forest,River,Castle'.split(
    ',',
  )

export const cities =
  'Berlin,Lisbon,Kraków,Oslo,Lyon,Porto,Zürich,Graz,Malmö,Ghent,Turin,Split,Gdańsk,Cork,Bergen,Utrecht'.split(
    ',',
  )

export const goods =
  'lamp,kettle,chair,notebook,tent,bicycle,jacket,rucksack,mug,compass,rope,lantern,whistle,blanket,stove,map'.split(
    ',',
  )

export const colours = 'red,blue,green,black,white,yellow,grey,orange'.split(',')
