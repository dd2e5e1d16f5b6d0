import { country } from '../country.ts';
import { englishTrades } from '../trades.ts';

/** In every area code 555-0100 to 555-0199 are kept for fiction. */
const areaCodes = `
  201 202 203 205 206 207 208 209 210 212 213 214 215 216 217 218 219 224 225 228 229 231 234 239 240 248 251 252 253 254
  256 260 262 267 269 270 276 281 301 302 303 304 305 307 308 309 310 312 313 314 315 316 317 318 319 320 321 323 325 330
  331 334 336 337 339 347 351 352 360 361 386 401 402 404 405 406 407 408 409 410 412 413 414 415 417 419 423 424 425 430
  432 434 435 440 443 469 478 479 480 484 501 502 503 504 505 507 508 509 510 512 513 515 516 517 518 520 530 540 541 551
  559 561 562 563 567 570 571 573 574 575 580 585 586 601 602 603 605 606 607 608 609 610 612 614 615 616 617 618 619 620
  623 626 630 631 636 641 646 650 651 660 661 662 678 682 701 702 703 704 706 707 708 712 713 714 715 716 717 718 719 720
  724 727 731 732 734 740 754 757 760 763 765 770 772 773 774 775 781 785 786 801 802 803 804 805 806 808 810 812 813 814
  815 816 817 818 828 830 831 832 843 845 847 848 850 856 857 858 859 860 862 863 864 865 870 901 903 904 906 907 908 909
  910 912 913 914 915 916 917 918 919 920 925 928 931 936 937 940 941 947 949 951 952 954 956 970 971 972 973 978 979 980 985 989`;

export const unitedStates = country({
  code: 'US',
  name: 'USA',
  share: 24,
  men: `James, Michael, Robert, David, William, Joseph, Daniel, Matthew, Anthony, Christopher, Andrew, Joshua, Ryan, Jacob,
    Tyler, Brandon, Kevin, Marcus, Darnell, Luis, Carlos, Wei, Raj, Ethan, Noah, Caleb, Jordan, Trevor, Grant, Dwayne`,
  women: `Mary, Jennifer, Linda, Patricia, Elizabeth, Susan, Jessica, Sarah, Karen, Ashley, Emily, Megan, Lauren, Rachel,
    Nicole, Amanda, Brittany, Danielle, Keisha, Maria, Sofia, Mei, Priya, Olivia, Madison, Hailey, Grace, Naomi, Tamika, Brooke`,
  families: `Smith, Johnson, Williams, Brown, Jones, Garcia, Miller, Davis, Rodriguez, Martinez, Hernandez, Lopez, Wilson,
    Anderson, Thomas, Taylor, Moore, Jackson, Martin, Lee, Perez, Thompson, White, Harris, Clark, Lewis, Robinson, Walker,
    Young, Allen, King, Wright, Scott, Nguyen, Hill, Flores, Green, Adams, Nelson, Baker, Mitchell, Carter, Phillips, Evans,
    Turner, Parker, Collins, Kim, O'Connor, McAllister, Washington, Whitfield, Delgado, Ramirez-Cole`,
  cities: `New York:100##:New York, Boston:021##:Massachusetts, Chicago:606##:Illinois, Austin:787##:Texas,
    Denver:802##:Colorado, Seattle:981##:Washington, Portland:972##:Oregon, Atlanta:303##:Georgia, Miami:331##:Florida,
    San Diego:921##:California, Minneapolis:554##:Minnesota, Columbus:432##:Ohio, Nashville:372##:Tennessee,
    Phoenix:850##:Arizona`,
  streets: `Main Street, Oak Avenue, Maple Drive, Park Avenue, Washington Street, Lakeview Road, Harbor Boulevard, Mill Road,
    Cedar Lane, Commerce Way, Industrial Parkway, Sunset Drive`,
  address: '{number} {street}',
  phones: areaCodes
    .trim()
    .split(/\s+/)
    .map((code) => `+1${code}55501:2`)
    .join(','),
  companyWords: `Harbor Ridge, Summit, Redwood, Blue Mesa, Ironwood, Lakeshore, Prairie, Copper Creek, Silver Pine, Northgate,
    Cascade, Bright Path, Keystone, Granite, Sagebrush, Riverbend, Timberline, Beacon, Clearwater, Foxglove, Juniper, Longhorn,
    Meridian, Oakline, Pinecrest, Stonebridge, Tidewater, Windmill, Yellowtail, Cobalt`,
  companyForms: 'Inc., LLC, Corp., Co.',
  trades: englishTrades,
});
